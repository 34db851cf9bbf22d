package dev.thoughtscope.view.compare;

import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Tips;
import dev.thoughtscope.viewmodel.compare.CompareModel;
import dev.thoughtscope.viewmodel.sessions.SessionsModel;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Two trees under one scrubber, and beside them how their runs differ.
public final class CompareView {
    private static final long PUMP_NANOS = 3_000_000;

    private final CompareModel model;
    private final SideView first;
    private final SideView second;
    private final DifferencesView differences;
    private final Slider slider = new Slider(0, 1, 1);
    private final Label place = new Label();
    private final Button stop = icon("stop", Feather.SQUARE);
    private final AskPanel panel;
    private final VBox root;

    /// @param sessions the runs made lately
    public CompareView(CompareModel model, SessionsModel sessions) {
        this.model = model;
        first = new SideView(model, model.first(), sessions, Words.get("first"));
        second = new SideView(model, model.second(), sessions, Words.get("second"));
        differences = new DifferencesView(model, this::showParting);
        var trees = new HBox(first.root(), second.root());
        HBox.setHgrow(first.root(), Priority.ALWAYS);
        HBox.setHgrow(second.root(), Priority.ALWAYS);
        var frame = new BorderPane(trees);
        frame.setRight(differences.root());
        VBox.setVgrow(frame, Priority.ALWAYS);
        panel = new AskPanel(model);
        root = new VBox(banner(), head(), panel, frame, foot());
        root.getStyleClass().add("compare");
        root.getStylesheets().add(CompareView.class.getResource("compare.css").toExternalForm());
        slider.valueProperty().bindBidirectional(model.share());
    }

    private HBox banner() {
        var sentence = new Label();
        sentence.setWrapText(true);
        sentence.textProperty().bind(model.trouble());
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var close = icon("close", Feather.X);
        close.setOnAction(_ -> model.trouble().set(""));
        var banner = new HBox(FontIcon.of(Feather.ALERT_CIRCLE, 16), sentence, close);
        banner.getStyleClass().add("banner");
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.visibleProperty().bind(model.trouble().isNotEmpty());
        banner.managedProperty().bind(banner.visibleProperty());
        return banner;
    }

    private HBox head() {
        var title = new Label(Words.get("title"));
        title.getStyleClass().add("compare-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var ask = new Button(Words.get("ask"), FontIcon.of(Feather.COLUMNS, 15));
        ask.setId("ask-both");
        Tips.setText(ask, Words.get("ask.tip"));
        ask.disableProperty().bind(model.ready().not());
        ask.setOnAction(_ -> {
            model.prepare();
            panel.setOpen(!panel.isVisible());
        });
        stop.setOnAction(_ -> model.stop());
        var head = new HBox(title, stop, ask);
        head.getStyleClass().add("compare-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox foot() {
        slider.setId("share");
        slider.setAccessibleText(Words.get("slider"));
        slider.setBlockIncrement(0.1);
        HBox.setHgrow(slider, Priority.ALWAYS);
        var back = icon("back", Feather.CHEVRON_LEFT);
        back.setOnAction(_ -> model.step(-1));
        var forward = icon("forward", Feather.CHEVRON_RIGHT);
        forward.setOnAction(_ -> model.step(1));
        place.getStyleClass().add("compare-place");
        place.setMinWidth(Label.USE_PREF_SIZE);
        var foot = new HBox(back, forward, slider, place);
        foot.getStyleClass().add("compare-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    static Button icon(String word, Feather icon) {
        var button = new Button(null, FontIcon.of(icon, 16));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(Words.get(word));
        Tips.setText(button, Words.get(word));
        return button;
    }

    private void showParting() {
        var now = model.differences().get();
        model.share().set(1);
        first.show(now.firstPart());
        second.show(now.secondPart());
    }

    Parent root() {
        return root;
    }

    void setLook(Look look) {
        first.setLook(look);
        second.setLook(look);
    }

    /// Pixels drawn in a unit of the scene, more than 1 for fine pictures.
    public void setDetail(double pixels) {
        first.setDetail(pixels);
        second.setDetail(pixels);
    }

    void shown() {
        if (model.first().simulations() == 0 && model.hasCurrent()) {
            model.takeCurrent(model.first());
        }
        slider.requestFocus();
    }

    /// One frame.
    public void frame(double seconds) {
        boolean changed = model.pump(PUMP_NANOS);
        first.frame(seconds, changed);
        second.frame(seconds, changed);
        differences.refresh();
        stop.setVisible(model.isAsking());
        var one = model.first().window().progress().get();
        var other = model.second().window().progress().get();
        place.setText(Words.get("place", one.simulations(), model.first().simulations(), other.simulations(), model.second().simulations()));
    }
}
