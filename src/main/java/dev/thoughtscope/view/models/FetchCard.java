package dev.thoughtscope.view.models;

import dev.thoughtscope.download.Offer;
import dev.thoughtscope.download.Progress;
import dev.thoughtscope.view.theme.Tips;
import dev.thoughtscope.viewmodel.models.FetchHost.Wish;
import dev.thoughtscope.viewmodel.models.FetchModel;
import dev.thoughtscope.viewmodel.models.FetchState;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Models from Hugging Face and libraries for a GPU. Nothing is fetched before the person has seen from where, how
/// much and where to, and agrees.
final class FetchCard extends VBox {
    private final FetchModel fetch;
    private final TextField reference = new TextField();
    private final Button look = new Button(Words.get("fetch.look"));
    private final Label told = Parts.wrapped("", "fetch-told");
    private final ProgressBar bar = new ProgressBar(0);
    private final Button agree = new Button(Words.get("fetch.agree"));
    private final Button stop = new Button(Words.get("fetch.stop"));
    private final Button put = new Button(Words.get("fetch.no"));
    private final FlowPane libraries = new FlowPane(6, 6);

    FetchCard(FetchModel fetch) {
        this.fetch = fetch;
        getStyleClass().add("card");
        reference.setId("fetch-reference");
        reference.setPromptText("owner/repository:Q4_K_M");
        reference.setAccessibleText(Words.get("fetch.reference"));
        reference.setOnAction(_ -> look());
        look.setOnAction(_ -> look());
        HBox.setHgrow(reference, Priority.ALWAYS);
        agree.setId("fetch-agree");
        agree.getStyleClass().add("accent");
        agree.setOnAction(_ -> fetch.agree());
        stop.setId("fetch-stop");
        stop.setOnAction(_ -> fetch.stop());
        put.setOnAction(_ -> fetch.forget());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Words.get("fetch.progress"));
        bar.setFocusTraversable(false);
        libraries.getChildren().addAll(library("fetch.vulkan", false), library("fetch.cuda", true));
        getChildren().addAll(
                Parts.label(Words.get("fetch"), "card-title"),
                Parts.wrapped(Words.get("fetch.hint"), "hint"),
                new HBox(8, reference, look),
                told,
                bar,
                new HBox(8, agree, stop, put),
                Parts.wrapped(Words.get("fetch.library.hint"), "hint"),
                libraries);
        fetch.state().subscribe(this::changed);
    }

    private Button library(String key, boolean nvidia) {
        var button = new Button(Words.get(key));
        Tips.setText(button, Words.get(key + ".tip"));
        button.setOnAction(_ -> fetch.look(new Wish.Library(nvidia)));
        // NVIDIA's are built for Windows alone
        boolean there = !nvidia || System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
        show(button, there);
        return button;
    }

    private void look() {
        if (!reference.getText().isBlank()) {
            fetch.look(new Wish.Model(reference.getText().strip()));
        }
    }

    private void changed(FetchState state) {
        boolean busy = fetch.isBusy();
        look.setDisable(busy);
        reference.setDisable(busy);
        libraries.setDisable(busy);
        boolean canAgree = state instanceof FetchState.Offered || state instanceof FetchState.Stopped;
        agree.setText(Words.get(state instanceof FetchState.Stopped ? "fetch.goOn" : "fetch.agree"));
        show(agree, canAgree);
        show(stop, busy);
        show(put, !busy && !(state instanceof FetchState.Idle));
        put.setText(Words.get(canAgree ? "fetch.no" : "fetch.ok"));
        String sentence = sentence(state);
        told.setText(sentence);
        show(told, !sentence.isEmpty());
        show(bar, state instanceof FetchState.Fetching);
        bar.setProgress(state instanceof FetchState.Fetching(var _, var _, var progress) && progress.total() > 0
                ? progress.share()
                : ProgressBar.INDETERMINATE_PROGRESS);
    }

    private static void show(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private static String sentence(FetchState state) {
        return switch (state) {
            case FetchState.Idle _ -> "";
            case FetchState.Offline _ -> Words.get("fetch.offline");
            case FetchState.Looking _ -> Words.get("fetch.looking");
            case FetchState.Offered(var _, var offer) -> offered(offer);
            case FetchState.Fetching(var _, var _, var progress) -> progress(progress);
            case FetchState.Stopped(var _, var _, var why) -> why.isEmpty() ? Words.get("fetch.stopped") : why;
            case FetchState.Refused(var why) -> why;
            case FetchState.Done(var offer) -> Words.get("fetch.done", offer.title());
        };
    }

    private static String offered(Offer offer) {
        boolean checked = offer.items().stream().noneMatch(item -> item.sha256().isEmpty());
        String size = offer.bytes() == 0 ? Words.get("fetch.size.unknown") : Words.bytes(offer.bytes());
        return Words.get("fetch.offered", offer.title(), size, offer.host())
                + " " + Words.get(checked ? "fetch.checked" : "fetch.unchecked");
    }

    private static String progress(Progress progress) {
        String phase = Words.of("fetch.phase", progress.phase());
        return progress.total() > 0
                ? Words.get("fetch.progress.of", phase, Words.bytes(progress.done()), Words.bytes(progress.total()))
                : Words.get("fetch.progress.only", phase, Words.bytes(progress.done()));
    }
}
