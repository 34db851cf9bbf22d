package dev.thoughtscope.view.study;

import dev.thoughtscope.view.page.LatePage;
import dev.thoughtscope.view.theme.Look;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// Experiments as a page of the window.
public final class StudyPage extends LatePage<StudyView> {
    /// @param view made when the page first comes into view
    public StudyPage(Supplier<StudyView> view) {
        super("study", Feather.CLIPBOARD, Words.get("page"), Words.get("page.hint"), view);
    }

    @Override
    protected Parent rootOf(StudyView made) {
        return made.root();
    }

    @Override
    protected void dress(StudyView made, Look look) {
        made.setLook(look);
    }

    @Override
    public void shown() {
        view.get().requestFocus();
    }
}
