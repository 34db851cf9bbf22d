package dev.thoughtscope.view.tree;

import dev.thoughtscope.view.theme.Tips;
import dev.thoughtscope.viewmodel.WindowModel;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The way to the selected node in words, each step a button that goes there. The beginning and the end are kept
/// where room is short.
public final class Crumbs extends HBox {
    /// Narrower than this it would lie over what stands beside it.
    private static final double LEAST = 210;
    private static final int LETTERS = 15;
    private static final int LONGEST_TIP = 300;
    private final WindowModel model;
    private double room = 300;

    public Crumbs(WindowModel model) {
        this.model = model;
        getStyleClass().add("crumbs");
        setId("crumbs");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        model.inspector().detail().subscribe(this::refresh);
    }

    /// @param width that the steps may take
    public void fit(double width) {
        room = width;
        refresh();
    }

    private void refresh() {
        var detail = model.inspector().detail().get();
        boolean any = detail != null && detail.depth() > 0;
        setVisible(any && room >= LEAST);
        if (any) {
            fill(detail.path());
        }
    }

    private void fill(List<Integer> path) {
        int most = (int) Math.max(2, room / 105);
        var shown = new ArrayList<>(path);
        boolean cut = path.size() > most;
        if (cut) {
            shown.subList(1, path.size() - most + 1).clear();
        }
        getChildren().clear();
        for (int i = 0; i < shown.size(); i++) {
            if (i > 0) {
                getChildren().add(between(cut && i == 1 ? "› … ›" : "›"));
            }
            getChildren().add(crumb(shown.get(i), i == shown.size() - 1));
        }
    }

    private static Label between(String sign) {
        var label = new Label(sign);
        label.getStyleClass().add("between");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private Button crumb(int node, boolean last) {
        String text = node == 0 ? TreeWords.get("crumbs.question") : model.tree().text(node);
        var crumb = new Button(text.length() > LETTERS ? text.substring(0, LETTERS - 1).strip() + "…" : text);
        crumb.getStyleClass().addAll("flat", "small");
        crumb.setMnemonicParsing(false);
        if (last) {
            crumb.getStyleClass().add("here");
        }
        String whole = model.tree().text(node);
        Tips.setText(crumb, whole.length() > LONGEST_TIP ? whole.substring(0, LONGEST_TIP) + "…" : whole);
        crumb.setAccessibleText(TreeWords.get("crumbs.step", whole));
        crumb.setOnAction(_ -> model.inspector().selected().set(node));
        return crumb;
    }
}
