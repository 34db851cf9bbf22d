package dev.thoughtscope.view.models;

import static dev.thoughtscope.view.Hand.does;
import static dev.thoughtscope.view.Hand.fx;
import static dev.thoughtscope.view.Hand.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.engine.Ability;
import dev.thoughtscope.models.Origin;
import dev.thoughtscope.settings.ModelChoice;
import dev.thoughtscope.view.Hand;
import dev.thoughtscope.view.Names;
import dev.thoughtscope.view.shell.Png;
import dev.thoughtscope.view.theme.Themes;
import dev.thoughtscope.viewmodel.models.FakeFetch;
import dev.thoughtscope.viewmodel.models.FakeHost;
import dev.thoughtscope.viewmodel.models.FetchState;
import dev.thoughtscope.viewmodel.models.ModelsModel;
import dev.thoughtscope.viewmodel.settings.SettingsModel;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Properties;
import java.util.concurrent.Callable;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelsViewTest {
    private final FakeHost host = new FakeHost(
            FakeHost.model(Origin.SHIPPED, "thoughtscope-small", 5_900_000),
            FakeHost.model(Origin.LM_STUDIO, "Qwen2.5-7B-Instruct-Q4_K_M", 7_615_616_512L),
            FakeHost.model(Origin.OLLAMA, "llama3.2:3b", 3_212_749_888L),
            FakeHost.model(Origin.HUGGING_FACE, "DeepSeek-R1-Distill-Llama-70B-Q4_K_M", 70_553_706_496L),
            FakeHost.refused("half-a-download"));
    private final FakeFetch fetches = new FakeFetch();
    private ModelsModel models;
    private ModelsView view;
    private Stage stage;
    private Themes themes;

    @BeforeEach
    void open() throws Exception {
        Hand.startToolkit();
        does(() -> {
            themes = new Themes();
            themes.choose(false);
            models = new ModelsModel(new SettingsModel(), host, fetches);
            view = new ModelsView(models);
            stage = new Stage();
            stage.setScene(new Scene(view.root(), 1208, 800));
            stage.show();
            view.shown();
            models.ready(FakeHost.inUse(ModelChoice.SHIPPED), false);
            models.pump();
        });
    }

    @AfterEach
    void close() throws Exception {
        does(stage::close);
    }

    private void picture(String name) throws Exception {
        Hand.frames(4);
        Png.write(fx(() -> view.root().snapshot(null, null)), Path.of("target", "pictures", name + ".png"));
    }

    @Test
    void aModelIsUsedAtAClickAndTheOldOneStaysIfItFails() throws Exception {
        picture("models-light");
        var use = fx(() -> (Button) view.root().lookupAll(".found .button").stream()
                .filter(button -> button.getAccessibleText().contains("Qwen"))
                .findFirst()
                .orElseThrow());
        does(use::fire);
        assertThat(host.asked).hasSize(1);
        assertThat(fx(() -> view.root().lookup(".loading").isVisible())).isTrue();
        does(() -> models.failed("Qwen2.5 does not fit into this computer's memory. Choose a smaller one."));
        picture("models-failed");
        until(() -> view.root().lookup("#banner").isVisible());
        assertThat(fx(() -> ((Label) view.root().lookup("#trouble")).getText())).contains("smaller one");
        assertThat(fx(use::isDisabled)).isFalse();
        does(() -> {
            models.use(host.asked.getFirst(), "");
            models.ready(FakeHost.inUse(host.asked.getFirst()), false);
        });
        assertThat(fx(use::isDisabled)).isTrue();
        does(() -> themes.choose(true));
        picture("models-dark");
    }

    @Test
    void aServerIsConnectedAndWhatItCannotGiveIsSaid() throws Exception {
        does(() -> {
            ((TextField) view.root().lookup("#server-address")).setText("http://127.0.0.1:1234");
            ((TextField) view.root().lookup("#server-key")).setText("$MY_KEY");
        });
        does(() -> ((Button) view.root().lookup("#server-connect")).fire());
        var server = new ModelChoice.Server("http://127.0.0.1:1234", "", "MY_KEY");
        assertThat(host.asked).containsExactly(server);
        does(() -> models.ready(FakeHost.inUse(server, EnumSet.of(Ability.PROBABILITIES)), false));
        picture("models-server");
        assertThat(fx(() -> view.root().lookupAll(".lacks").size())).isEqualTo(4);
    }

    @Test
    void nothingIsFetchedBeforeThePersonAgreesAndItCanBeStoppedAndGoneOnWith() throws Exception {
        does(() -> {
            ((TextField) view.root().lookup("#fetch-reference")).setText("Qwen/Qwen3-4B-GGUF:Q4_K_M");
            view.root().lookup("#fetch-reference").fireEvent(new ActionEvent());
        });
        pumpUntil(() -> models.fetch().state().get() instanceof FetchState.Offered);
        picture("models-fetch");
        assertThat(fetches.begun).isZero();
        assertThat(fx(() -> ((Label) view.root().lookup(".fetch-told")).getText())).contains("2.5 GB").contains("huggingface.co");
        does(() -> ((Button) view.root().lookup("#fetch-agree")).fire());
        pumpUntil(() -> fx(() -> ((Label) view.root().lookup(".fetch-told")).getText()).contains("1.0 GB"));
        picture("models-fetching");
        does(() -> ((Button) view.root().lookup("#fetch-stop")).fire());
        pumpUntil(() -> models.fetch().state().get() instanceof FetchState.Stopped);
        fetches.finish = true;
        does(() -> ((Button) view.root().lookup("#fetch-agree")).fire());
        pumpUntil(() -> models.fetch().state().get() instanceof FetchState.Done);
        assertThat(fetches.begun).isEqualTo(2);
    }

    private void pumpUntil(Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < 2_000 && !condition.call(); i++) {
            does(models::pump);
            Thread.sleep(10);
        }
        assertThat(condition.call()).isTrue();
    }

    @Test
    void everyControlHasAName() throws Exception {
        Hand.frames(2);
        assertThat(fx(() -> Names.missing(view.root()))).isEmpty();
    }

    @Test
    void bothLanguagesHaveTheSameSentences() throws Exception {
        assertThat(keys("models_de.properties")).isEqualTo(keys("models.properties"));
    }

    private static java.util.Set<Object> keys(String file) throws Exception {
        var properties = new Properties();
        try (var in = ModelsView.class.getResourceAsStream(file)) {
            properties.load(in);
        }
        return properties.keySet();
    }
}
