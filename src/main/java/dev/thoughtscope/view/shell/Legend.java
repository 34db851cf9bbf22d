package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.page.Late;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.view.theme.Palette;
import dev.thoughtscope.view.theme.Tips;
import dev.thoughtscope.view.tree.LegendCard;
import dev.thoughtscope.view.tree.LegendSample;
import dev.thoughtscope.view.tree.TreeWords;
import dev.thoughtscope.viewmodel.HeatScale;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the colours and forms of the tree mean, with the numbers that the colours span: the most important in a row,
/// all of it on a card above.
final class Legend extends VBox {
    private static final double BAR = 96;
    private static final String OPEN = "legend.open";
    private final Label low = new Label();
    private final Label high = new Label();
    private final Rectangle bar = new Rectangle(BAR, 10);
    private final List<LegendSample> samples = List.of(
            new LegendSample(LegendSample.What.BEST),
            new LegendSample(LegendSample.What.WORK),
            new LegendSample(LegendSample.What.REFLECTION));
    private final HBox row = new HBox();
    private final Late<LegendCard> card = new Late<>(this::makeCard);
    private double room = Double.MAX_VALUE;
    private Look look;
    private HeatScale scale = HeatScale.WHOLE;
    private int simulations;
    private final ToggleButton all = new ToggleButton(null, FontIcon.of(Feather.CHEVRON_UP, 14));

    Legend() {
        getStyleClass().add("legend-room");
        setPickOnBounds(false);
        row.getStyleClass().add("legend");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMaxWidth(Region.USE_PREF_SIZE);
        bar.setArcWidth(5);
        bar.setArcHeight(5);
        all.getStyleClass().addAll("flat", "button-icon", "small");
        all.setId("legend-all");
        all.setAccessibleText(TreeWords.get(OPEN));
        Tips.setText(all, TreeWords.get(OPEN));
        row.getChildren().addAll(all, entry(new Label(Messages.get("legend.value")), low, bar, high));
        samples.forEach(sample -> row.getChildren().add(entry(sample, new Label(sample.words()))));
        row.getChildren().forEach(part -> {
            if (part instanceof HBox entry) {
                Widths.keep(entry);
            }
        });
        all.selectedProperty().subscribe(open ->
                ((FontIcon) all.getGraphic()).setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP));
        all.selectedProperty().subscribe(this::open);
        getChildren().add(row);
        row.widthProperty().subscribe(() -> fit());
    }

    private void open(boolean open) {
        if (open || card.ifMade().isPresent()) {
            card.get().setVisible(open);
            card.get().setManaged(open);
        }
    }

    private LegendCard makeCard() {
        var made = new LegendCard();
        made.setLook(look);
        made.setNumbers(scale, simulations);
        getChildren().addFirst(made);
        return made;
    }

    private static HBox entry(Node... parts) {
        var box = new HBox(6, parts);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /// Leaves out what there is no room for, the last first.
    void fit(double width) {
        room = width;
        fit();
    }

    private void fit() {
        for (var part : row.getChildren()) {
            part.setVisible(true);
            part.setManaged(true);
        }
        for (int i = row.getChildren().size() - 1; i > 0 && row.prefWidth(-1) > room; i--) {
            row.getChildren().get(i).setVisible(false);
            row.getChildren().get(i).setManaged(false);
        }
    }

    void setLook(Look newLook) {
        look = newLook;
        bar.setFill(gradient(look.palette()));
        samples.forEach(sample -> sample.setLook(look));
        card.ifMade().ifPresent(made -> made.setLook(look));
    }

    /// @param simulations that the tree holds
    void setScale(HeatScale newScale, int newSimulations) {
        scale = newScale;
        simulations = newSimulations;
        low.setText(Messages.get("legend.below", scale.low()));
        high.setText(String.format("%.2f", scale.high()));
        card.ifMade().ifPresent(made -> made.setNumbers(scale, simulations));
    }

    static LinearGradient gradient(Palette palette) {
        var stops = new ArrayList<Stop>();
        for (int i = 0; i <= 10; i++) {
            Color colour = palette.at(i / 10.0);
            stops.add(new Stop(i / 10.0, colour));
        }
        return new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops);
    }
}
