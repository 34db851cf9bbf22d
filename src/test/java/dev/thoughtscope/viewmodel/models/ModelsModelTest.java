package dev.thoughtscope.viewmodel.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.models.Origin;
import dev.thoughtscope.settings.ModelChoice;
import dev.thoughtscope.settings.ModelChoice.Device;
import dev.thoughtscope.settings.Settings;
import dev.thoughtscope.viewmodel.settings.SettingsModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelsModelTest {
    private final List<Settings> kept = new ArrayList<>();
    private final SettingsModel settings = new SettingsModel(Settings.DEFAULT, kept::add);
    private final FakeHost host = new FakeHost(FakeHost.model(Origin.JAN, "qwen", 7_000_000_000L), FakeHost.refused("bad"));
    private final FakeFetch fetches = new FakeFetch();
    private final ModelsModel models = new ModelsModel(settings, host, fetches);
    private final ModelChoice qwen = new ModelChoice.File(Path.of("/models/qwen.gguf"), Device.DEFAULT);

    @Test
    void aModelThatIsThereIsRemembered() {
        models.ready(FakeHost.inUse(ModelChoice.SHIPPED), false);
        models.use(qwen, "");
        assertThat(models.loading().get()).isEqualTo(qwen);
        assertThat(models.inUse().get().choice()).isEqualTo(ModelChoice.SHIPPED);
        models.ready(FakeHost.inUse(qwen), false);
        assertThat(models.loading().get()).isNull();
        assertThat(kept.getLast().model()).isEqualTo(qwen);
    }

    @Test
    void aModelThatFailsLeavesTheOldOneAndSaysWhy() {
        models.ready(FakeHost.inUse(ModelChoice.SHIPPED), false);
        models.use(qwen, "");
        models.failed("It does not fit.");
        assertThat(models.inUse().get().choice()).isEqualTo(ModelChoice.SHIPPED);
        assertThat(models.trouble().get().sentence()).isEqualTo("It does not fit.");
        assertThat(settings.model().get()).isEqualTo(ModelChoice.SHIPPED);
    }

    @Test
    void oneThatStandsInDoesNotReplaceTheChoice() {
        settings.model().set(qwen);
        models.ready(FakeHost.inUse(ModelChoice.SHIPPED), true);
        assertThat(settings.model().get()).isEqualTo(qwen);
        assertThat(models.current()).isEqualTo(ModelChoice.SHIPPED);
    }

    @Test
    void aDroppedFileIsCheckedBeforeItIsUsed() {
        models.useFile(Path.of("/cache/bad.gguf"));
        models.pump();
        assertThat(host.asked).isEmpty();
        assertThat(models.trouble().get().sentence()).contains("byte 100,000");
        models.useFile(Path.of("/models/qwen.gguf"));
        models.pump();
        assertThat(host.asked).containsExactly(qwen);
    }

    @Test
    void whoIsOfflineReachesNoServerButTheirOwn() {
        settings.offline().set(true);
        models.use(new ModelChoice.Server("https://example.org", "", ""), "");
        assertThat(host.asked).isEmpty();
        assertThat(models.trouble().get()).isEqualTo(ModelsTrouble.OFFLINE);
        models.use(new ModelChoice.Server("http://localhost:8080", "", ""), "secret");
        assertThat(host.asked).hasSize(1);
        assertThat(host.keys).containsExactly("secret");
    }

    @Test
    void whoIsOfflineFetchesNothing() {
        settings.offline().set(true);
        models.fetch().look(new FetchHost.Wish.Model("a/b"));
        assertThat(models.fetch().state().get()).isEqualTo(new FetchState.Offline());
        assertThat(fetches.looked).isZero();
    }

    @Test
    void whatWasFetchedIsUsed() throws Exception {
        fetches.finish = true;
        models.fetch().look(new FetchHost.Wish.Model("a/b"));
        while (!(models.fetch().state().get() instanceof FetchState.Offered)) {
            models.pump();
        }
        models.fetch().agree();
        while (host.asked.isEmpty()) {
            models.pump();
        }
        assertThat(host.asked).containsExactly(qwen);
    }

    @Test
    void whatIsFoundStreamsInAndAKeyIsNeverKept() {
        models.open();
        assertThat(models.found()).isEmpty();
        models.pump();
        assertThat(models.found()).hasSize(2);
        assertThat(models.scanning().get()).isFalse();
        assertThat(models.libraries()).hasSize(2);
        models.use(new ModelChoice.Server("http://localhost:1", "", ""), "secret");
        models.ready(FakeHost.inUse(host.asked.getFirst()), false);
        assertThat(kept.toString()).doesNotContain("secret");
    }
}
