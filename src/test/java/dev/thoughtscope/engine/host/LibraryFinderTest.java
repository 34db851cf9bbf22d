package dev.thoughtscope.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.engine.Device;
import dev.thoughtscope.engine.LibraryInfo;
import dev.thoughtscope.engine.LibraryInfo.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class LibraryFinderTest {
    @TempDir
    private Path folder;

    @Test
    void theBundledLibraryComesFirstWithItsDevices() throws Exception {
        var broken = Files.createDirectories(folder.resolve("b1"));
        Files.writeString(broken.resolve(System.mapLibraryName("llama")), "no library");
        var heard = new ArrayList<LibraryInfo>();
        var found = new LibraryFinder(folder, Optional.empty()).find(heard::add);
        assertThat(found).isEqualTo(heard);
        var bundled = found.getFirst();
        assertThat(bundled.origin()).isEqualTo(Origin.BUNDLED);
        assertThat(bundled.usable()).isTrue();
        assertThat(bundled.version()).isEqualTo("llama.cpp b4916");
        assertThat(bundled.backends()).contains("CPU");
        assertThat(bundled.devices()).extracting(Device::kind).contains(Device.Kind.PROCESSOR);
        assertThat(bundled.features()).isNotEmpty();
        // One that is no library says so in a sentence and stops nothing.
        assertThat(found.get(1).folder()).contains(broken);
        assertThat(found.get(1).origin()).isEqualTo(Origin.FETCHED);
        assertThat(found.get(1).problem()).contains(broken.toString()).contains("cannot be loaded");
    }

    @Test
    void aLibraryThatEndsTheProcessIsNamedWithItsLastWords() throws InterruptedException {
        var command = List.of("sh", "-c", "echo 'GGML_ASSERT(n > 0) failed' >&2; kill -ABRT $$");
        var library = new LibraryFinder(folder, Optional.empty(), command).describe(folder);
        assertThat(library.usable()).isFalse();
        assertThat(library.problem()).contains("signal 6").contains("GGML_ASSERT").contains(folder.toString());
    }

    @Test
    void aFolderWithoutALibraryIsRefused() throws InterruptedException, IOException {
        assertThat(new LibraryFinder(folder, Optional.empty()).describe(folder).problem()).contains("holds no libllama");
        assertThat(new LibraryFinder(folder, Optional.empty()).describe(folder.resolve("absent")).problem()).contains("cannot be read");
    }

    @Test
    void aGpuIsPreferredAndThenTheNewerInstructions() {
        var plain = library("plain", List.of(), List.of("AVX2"));
        var wide = library("wide", List.of(), List.of("AVX2", "AVX512"));
        var shared = library("shared", List.of(gpu(Device.Kind.INTEGRATED_GPU)), List.of());
        var own = library("own", List.of(gpu(Device.Kind.GPU)), List.of());
        var broken = LibraryInfo.unusable(Origin.PATH, Optional.empty(), "Broken.");
        assertThat(LibraryInfo.best(List.of(plain, broken))).contains(plain);
        assertThat(LibraryInfo.best(List.of(plain, library("other", List.of(), List.of("AVX2"))))).contains(plain);
        assertThat(LibraryInfo.best(List.of(plain, wide))).contains(wide);
        assertThat(LibraryInfo.best(List.of(plain, shared, wide))).contains(shared);
        assertThat(LibraryInfo.best(List.of(shared, own, wide))).contains(own);
        assertThat(LibraryInfo.best(List.of(broken))).isEmpty();
    }

    private static LibraryInfo library(String name, List<Device> devices, List<String> features) {
        return new LibraryInfo(
                Origin.PATH, Optional.of(Path.of(name)), "v", List.of("CPU"), devices, features, "");
    }

    private static Device gpu(Device.Kind kind) {
        return new Device("GPU0", "a GPU", kind, 1, 1);
    }
}
