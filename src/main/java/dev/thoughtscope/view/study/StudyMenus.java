package dev.thoughtscope.view.study;

import dev.thoughtscope.view.shell.Png;
import dev.thoughtscope.viewmodel.study.StudyModel;
import java.io.File;
import java.io.IOException;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/// The page's menus: files to read, pictures and reports to write, studies to compare with.
final class StudyMenus {
    private final StudyModel model;
    private final ChartPane chart;

    StudyMenus(StudyModel model, ChartPane chart) {
        this.model = model;
        this.chart = chart;
    }

    void files(MenuButton button, Node place) {
        var problems = new MenuItem(Words.get("files.problems"));
        problems.setOnAction(_ -> {
            var chosen = chooser("files.problems", "*.jsonl", "*.json", "*.csv", "*.tsv").showOpenDialog(place.getScene().getWindow());
            if (chosen != null) {
                model.useProblems(chosen.toPath());
            }
        });
        var study = new MenuItem(Words.get("files.study"));
        study.setOnAction(_ -> {
            var chosen = chooser("files.study", "*.json").showOpenDialog(place.getScene().getWindow());
            if (chosen != null) {
                model.openStudy(chosen.toPath());
            }
        });
        button.getItems().setAll(problems, study);
    }

    void save(MenuButton button, Node place) {
        for (String format : new String[] {"png", "svg", "csv"}) {
            var item = new MenuItem(Words.get("save." + format));
            item.setOnAction(_ -> {
                var chooser = chooser("save." + format, "*." + format);
                chooser.setInitialFileName((chart.chart() == null ? "chart" : chart.chart().id()) + "." + format);
                write(format, chooser.showSaveDialog(place.getScene().getWindow()));
            });
            button.getItems().add(item);
        }
        var report = new MenuItem(Words.get("save.report"));
        report.setOnAction(_ -> {
            var chooser = new DirectoryChooser();
            chooser.setTitle(Words.get("save.report"));
            var folder = chooser.showDialog(place.getScene().getWindow());
            if (folder != null) {
                model.saver().report(folder.toPath());
            }
        });
        var comparison = new MenuItem(Words.get("save.comparison"));
        comparison.disableProperty().bind(Bindings.isNull(model.comparison()));
        comparison.setOnAction(_ -> {
            var chooser = new DirectoryChooser();
            chooser.setTitle(Words.get("save.comparison"));
            var folder = chooser.showDialog(place.getScene().getWindow());
            if (folder != null) {
                model.saver().comparison(folder.toPath());
            }
        });
        button.getItems().addAll(new SeparatorMenuItem(), report, comparison);
    }

    private void write(String format, File chosen) {
        if (chosen == null || chart.chart() == null) {
            return;
        }
        if (!format.equals("png")) {
            model.saver().chart(chart.chart(), chosen.toPath());
            return;
        }
        try {
            Png.write(chart.picture(), chosen.toPath());
        } catch (IOException failed) {
            model.trouble().set(failed.getMessage());
        }
    }

    void compare(MenuButton button) {
        button.getItems().clear();
        for (var other : model.measured()) {
            var item = new MenuItem(other.title());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.compareWith(other));
            button.getItems().add(item);
        }
    }

    private static FileChooser chooser(String key, String... endings) {
        var chooser = new FileChooser();
        chooser.setTitle(Words.get(key));
        chooser.getExtensionFilters().add(new ExtensionFilter(Words.get(key), endings));
        return chooser;
    }
}
