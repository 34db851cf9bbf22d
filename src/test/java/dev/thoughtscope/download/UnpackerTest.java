package dev.thoughtscope.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackerTest {
    private static final byte[] TEXT = "a library".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void makeFolder() throws IOException {
        out = Files.createDirectory(folder.resolve("out"));
    }

    private void unpack(Path archive) throws Exception {
        new Unpacker(5, 1000).unpack(archive, out, _ -> {});
    }

    private interface Fill {
        void into(TarArchiveOutputStream tar) throws IOException;
    }

    private static byte[] tar(Fill fill) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            fill.into(tar);
        }
        return bytes.toByteArray();
    }

    private static void file(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        var entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream tar, String name, String target) throws IOException {
        var entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK, true);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private Path write(Fill fill) throws IOException {
        return Files.write(folder.resolve("x.tar.gz"), tar(fill));
    }

    private Path zip(String... names) throws IOException {
        var archive = folder.resolve("x.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(TEXT);
            }
        }
        return archive;
    }

    @Test
    void filesFoldersAndLinksBetweenVersionsArrive() throws Exception {
        unpack(write(tar -> {
            link(tar, "b1/libllama.so", "libllama.so.0");
            link(tar, "b1/libllama.so.0", "libllama.so.0.5");
            file(tar, "b1/libllama.so.0.5", TEXT);
        }));
        assertThat(out.resolve("b1/libllama.so")).isRegularFile().hasBinaryContent(TEXT);
        assertThat(Files.isSymbolicLink(out.resolve("b1/libllama.so"))).isFalse();
        unpack(zip("llama.dll", "more/ggml.dll"));
        assertThat(out.resolve("more/ggml.dll")).hasBinaryContent(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/evil", "C:\\evil", "a\\..\\..\\evil"})
    void noPathLeavesTheFolder(String name) throws IOException {
        var archives = List.of(
                zip(name),
                write(tar -> file(tar, name, TEXT)));
        for (var archive : archives) {
            assertThatThrownBy(() -> unpack(archive))
                    .isInstanceOf(DownloadException.class)
                    .hasMessageContaining("outside its folder");
        }
        assertThat(folder.resolve("evil")).doesNotExist();
        assertThat(Path.of("/evil")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "../other/file"})
    void noLinkLeavesItsFolder(String target) throws IOException {
        var archive = write(tar -> link(tar, "b1/lib.so", target));
        assertThatThrownBy(() -> unpack(archive)).hasMessageContaining("outside its folder");
    }

    @Test
    void linksInACircleOrToNothingAreRefused() throws IOException {
        var circle = write(tar -> {
            link(tar, "a", "b");
            link(tar, "b", "a");
        });
        assertThatThrownBy(() -> unpack(circle)).hasMessageContaining("in a circle");
        var nothing = write(tar -> link(tar, "c", "d"));
        assertThatThrownBy(() -> unpack(nothing)).hasMessageContaining("link to nothing");
    }

    @Test
    void numberAndSizeHaveAnEnd() throws IOException {
        assertThatThrownBy(() -> unpack(zip("1", "2", "3", "4", "5", "6"))).hasMessageContaining("more than 5 files");
        var large = write(tar -> file(tar, "zeros", new byte[100_000]));
        assertThat(Files.size(large)).isLessThan(1000);
        assertThatThrownBy(() -> unpack(large)).hasMessageContaining("unpacks to more than");
    }

    @Test
    void aDamagedArchiveIsSaid() throws IOException {
        var bytes = tar(tar -> file(tar, "a", TEXT));
        bytes[bytes.length / 2] ^= 0x55;
        var archive = Files.write(folder.resolve("x.tar.gz"), bytes);
        assertThatThrownBy(() -> unpack(archive)).isInstanceOf(DownloadException.class);
        var other = Files.write(folder.resolve("x.rar"), bytes);
        assertThatThrownBy(() -> unpack(other)).hasMessageContaining("no archive");
    }

    @Test
    void aReleaseIsFetchedUnpackedAndFoundAgain() throws Exception {
        var archive = tar(tar -> {
            file(tar, "llama-b1/libggml.so", TEXT);
            file(tar, "llama-b1/libllama.so", TEXT);
        });
        try (var server = new FaultyServer();
                var network = new Network(() -> false, Duration.ofSeconds(5))) {
            server.files.put("r.tar.gz", archive);
            URI address = server.address("r.tar.gz");
            var item = new Item("r.tar.gz", address, archive.length, DownloaderTest.sha256(archive));
            var offer = new Offer("llama.cpp b1", "b1-cpu", List.of(item));
            var fetcher = new Fetcher(network, new Store(folder));
            var place = fetcher.library(offer, _ -> {});
            assertThat(place).isEqualTo(folder.resolve("llama.cpp/b1-cpu/llama-b1"));
            assertThat(place.resolve("libllama.so")).hasBinaryContent(TEXT);
            assertThat(fetcher.library(offer, _ -> {})).isEqualTo(place);
            assertThat(server.ranges).hasSize(1);
            try (var left = Files.list(folder.resolve("llama.cpp"))) {
                assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("b1-cpu", "archives");
            }
        }
    }
}
