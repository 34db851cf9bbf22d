package dev.thoughtscope.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.download.LlamaReleases.Backend;
import dev.thoughtscope.engine.Device;
import dev.thoughtscope.engine.LibraryInfo;
import dev.thoughtscope.engine.LibraryInfo.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphicsTest {
    private static final LibraryInfo PLAIN = library(List.of());
    private static final LibraryInfo WITH_GPU =
            library(List.of(new Device("Vulkan0", "a GPU", Device.Kind.GPU, 1, 1)));

    @TempDir
    private Path root;

    private static LibraryInfo library(List<Device> devices) {
        return new LibraryInfo(Origin.BUNDLED, Optional.empty(), "v", List.of("CPU"), devices, List.of(), "");
    }

    private void put(String file, String content) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    @Test
    void aCardThatNoLibraryUsesIsWorthAFetch() throws IOException {
        var linux = new Graphics(root, "Linux");
        assertThat(linux.worthFetching(List.of(PLAIN))).isEmpty();
        put("sys/class/drm/card0/device/vendor", "0x8086\n");
        assertThat(linux.worthFetching(List.of(PLAIN))).isEmpty();
        put("sys/class/drm/card1/device/vendor", "0x10de\n");
        assertThat(linux.worthFetching(List.of(PLAIN))).contains(Backend.VULKAN);
        assertThat(linux.worthFetching(List.of(PLAIN, WITH_GPU))).isEmpty();
    }

    @Test
    void windowsWithoutALibraryIsOfferedOne() throws IOException {
        var windows = new Graphics(root, "Windows 11");
        var none = List.of(LibraryInfo.unusable(Origin.BUNDLED, Optional.empty(), "There is none."));
        assertThat(windows.worthFetching(none)).contains(Backend.CPU);
        put("Windows/System32/vulkan-1.dll", "");
        assertThat(windows.worthFetching(none)).contains(Backend.VULKAN);
        put("Windows/System32/nvcuda.dll", "");
        assertThat(windows.worthFetching(none)).contains(Backend.CUDA);
    }
}
