package dev.thoughtscope.app;

import dev.thoughtscope.view.compare.ComparePage;
import dev.thoughtscope.view.compare.CompareView;
import dev.thoughtscope.view.lessons.LessonsPage;
import dev.thoughtscope.view.lessons.LessonsView;
import dev.thoughtscope.view.models.ModelsPage;
import dev.thoughtscope.view.models.ModelsView;
import dev.thoughtscope.view.settings.SettingsPage;
import dev.thoughtscope.view.settings.SettingsView;
import dev.thoughtscope.view.shell.ShellView;
import dev.thoughtscope.view.strip.NodeStrip;
import dev.thoughtscope.view.strip.StripPage;
import dev.thoughtscope.view.strip.StripView;
import dev.thoughtscope.view.study.StudyPage;
import dev.thoughtscope.view.study.StudyView;
import dev.thoughtscope.viewmodel.TreeStrip;
import dev.thoughtscope.viewmodel.settings.SettingsModel;

/// The pages of the window in the order of the rail. Each view is made when somebody first goes there.
final class Rooms {
    private Rooms() {}

    static void furnish(ShellView shell, Parts parts, SettingsModel settings) {
        var treeStrip = new TreeStrip(parts.window());
        shell.add(new StripPage(() -> strip(shell, parts, treeStrip)));
        shell.add(new NodeStrip(parts.strip(), treeStrip, () -> shell.pages().show("strip")));
        shell.add(new ComparePage(() -> new CompareView(parts.compare(), parts.sessions())));
        shell.add(new StudyPage(() -> new StudyView(parts.studies())));
        shell.add(new LessonsPage(() -> new LessonsView(parts.lessons(), shell::present)));
        shell.add(new ModelsPage(() -> new ModelsView(parts.models())));
        shell.add(new SettingsPage(() -> new SettingsView(settings, shell.commands(), Machine.about(parts.models()))));
        shell.setOnModelFile(parts.models()::useFile);
        shell.add(parts.sessions());
        shell.add(parts.log(), () -> Machine.facts(parts.models()));
    }

    private static StripView strip(ShellView shell, Parts parts, TreeStrip tree) {
        var view = new StripView(parts.strip());
        view.setTree(tree::text, branch -> {
            tree.add(branch);
            shell.pages().show("tree");
        });
        return view;
    }
}
