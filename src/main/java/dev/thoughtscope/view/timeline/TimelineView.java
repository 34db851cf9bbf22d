package dev.thoughtscope.view.timeline;

import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.view.theme.Tips;
import dev.thoughtscope.viewmodel.RunState;
import dev.thoughtscope.viewmodel.WindowModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.ResourceBundle;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The timeline and the controls of a replay.
public final class TimelineView {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("dev.thoughtscope.view.timeline.timeline");
    /// A run that goes on is painted this often: more would be lost on the eye.
    private static final long EVERY_NANOS = 120_000_000;

    @FXML private HBox root;
    @FXML private Button back;
    @FXML private Button play;
    @FXML private FontIcon playIcon;
    @FXML private Button forward;
    @FXML private ComboBox<Double> speed;
    @FXML private StackPane strip;
    @FXML private Label time;
    @FXML private Label what;
    @FXML private Button now;

    private final WindowModel model;
    private final TimeStrip timeStrip;
    private long paintedAt;
    private int paintedLength = -1;
    private int paintedPosition = -1;
    private int paintedBookmarks;

    public TimelineView(WindowModel model) {
        this.model = model;
        timeStrip = new TimeStrip(model);
        var loader = new FXMLLoader(TimelineView.class.getResource("Timeline.fxml"), Messages.bundle());
        loader.setController(this);
        try {
            loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public Node root() {
        return root;
    }

    public void setLook(Look look) {
        timeStrip.setLook(look);
    }

    public void setDetail(double pixels) {
        timeStrip.setDetail(pixels);
    }

    @FXML
    private void initialize() {
        var votes = toggle(Feather.LAYERS, "votes");
        votes.setSelected(true);
        votes.selectedProperty().subscribe(timeStrip::setVotes);
        var mark = new Button(null, FontIcon.of(Feather.BOOKMARK));
        name(mark, "bookmark");
        mark.setOnAction(_ -> {
            model.playback().toggleBookmark();
            timeStrip.paint();
        });
        root.getChildren().addAll(root.getChildren().indexOf(speed) + 1, List.of(mark, votes));
        strip.getChildren().add(timeStrip);
        var playback = model.playback();
        back.setOnAction(_ -> playback.stepSimulation(-1));
        forward.setOnAction(_ -> playback.stepSimulation(1));
        play.setOnAction(_ -> playback.playOrPause());
        now.setMinWidth(Region.USE_PREF_SIZE);
        now.setOnAction(_ -> playback.toHead());
        now.disableProperty().bind(playback.atHead());
        forward.disableProperty().bind(playback.atHead());
        playback.playing().subscribe(playing -> playIcon.setIconCode(playing ? Feather.PAUSE : Feather.PLAY));
        speed.getItems().setAll(0.25, 0.5, 1.0, 2.0, 5.0, 20.0);
        speed.setConverter(new StringConverter<>() {
            @Override
            public String toString(Double value) {
                return value == null ? "" : Messages.get("timeline.speed.value", value);
            }

            @Override
            public Double fromString(String text) {
                return 1.0;
            }
        });
        speed.setValue(playback.speed().get());
        speed.valueProperty().subscribe(value -> playback.speed().set(value));
        frame();
    }

    private static ToggleButton toggle(Feather icon, String key) {
        var button = new ToggleButton(null, FontIcon.of(icon));
        name(button, key);
        return button;
    }

    private static void name(ButtonBase button, String key) {
        String words = BUNDLE.getString(key);
        button.setId("timeline-" + key);
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(words);
        Tips.setText(button, words);
    }

    /// Paints if the run or the place in it has changed.
    public void frame() {
        var playback = model.playback();
        int length = playback.length().get();
        int position = playback.position().get();
        boolean any = length > 0;
        if (root.isVisible() != any) {
            root.setVisible(any);
            root.setManaged(any);
        }
        int bookmarks = playback.history().bookmarks().size();
        if (length == paintedLength && position == paintedPosition && bookmarks == paintedBookmarks) {
            return;
        }
        paintedBookmarks = bookmarks;
        boolean soon = System.nanoTime() - paintedAt < EVERY_NANOS;
        if (soon && playback.atHead().get() && model.state().get() == RunState.RUNNING) {
            return;
        }
        paintedAt = System.nanoTime();
        paintedLength = length;
        paintedPosition = position;
        time.setText(Messages.get(
                "timeline.time", clock(playback.secondsAt(position)), clock(playback.secondsAt(length))));
        what.setText(Messages.get("timeline.event", position, length));
        timeStrip.paint();
    }

    private static String clock(double seconds) {
        long whole = Math.round(Math.floor(seconds));
        return whole < 60 ? String.format("%.1f s", seconds) : String.format("%d:%02d", whole / 60, whole % 60);
    }
}
