package dev.thoughtscope.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.download.FaultyServer.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DownloaderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private final byte[] content = new byte[200_000];
    private final Network network = new Network(() -> false, PATIENCE);
    private final Downloader downloader = new Downloader(network, _ -> 1L << 40, 1);
    private final List<Progress> told = new ArrayList<>();
    private FaultyServer server;
    private Path target;

    @BeforeEach
    void start() throws IOException {
        new Random(1).nextBytes(content);
        server = new FaultyServer();
        server.files.put("model.gguf", content);
        target = folder.resolve("models").resolve("model.gguf");
    }

    @AfterEach
    void stop() {
        network.close();
        server.close();
    }

    private Item item() {
        return new Item("model.gguf", server.address("model.gguf"), content.length, sha256(content));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void fetch() throws Exception {
        downloader.fetch(item(), target, told::add);
    }

    private void assertWhole() throws IOException {
        assertThat(Files.readAllBytes(target)).isEqualTo(content);
        try (var left = Files.list(target.getParent())) {
            assertThat(left).containsExactly(target);
        }
    }

    @Test
    void aFileArrivesWholeAndTellsItsProgress() throws Exception {
        fetch();
        assertWhole();
        assertThat(told).extracting(Progress::phase).contains(Progress.Phase.FETCHING, Progress.Phase.CHECKING);
        assertThat(told.getLast().share()).isEqualTo(1);
        assertThat(server.ranges).containsExactly("");
        fetch();
        assertThat(server.ranges).as("one that is there is not fetched again").hasSize(1);
    }

    @Test
    void afterACutWhatHasComeIsGoneOnWith() throws Exception {
        server.faults.addAll(List.of(Fault.CUT, Fault.CUT));
        fetch();
        assertWhole();
        assertThat(server.ranges).hasSize(3);
        assertThat(server.ranges.get(1)).matches("bytes=[1-9]\\d*-");
        assertThat(server.ranges.get(2)).isGreaterThan(server.ranges.get(1));
    }

    @Test
    void aServerThatStopsSendingIsAskedAgain() throws Exception {
        server.faults.add(Fault.STALL);
        try (var impatient = new Network(() -> false, Duration.ofSeconds(2))) {
            new Downloader(impatient, _ -> 1L << 40, 1).fetch(item(), target, told::add);
        }
        assertWhole();
        assertThat(server.ranges.getLast()).matches("bytes=[1-9]\\d*-");
    }

    @Test
    void anotherStartGoesOnAsWell() throws Exception {
        server.faults.addAll(List.of(Fault.CUT, Fault.BUSY, Fault.BUSY, Fault.BUSY, Fault.BUSY));
        assertThatThrownBy(this::fetch).isInstanceOf(DownloadException.class).hasMessageContaining("cannot be reached");
        assertThat(Files.size(folder.resolve("models/model.gguf.part"))).isPositive();
        fetch();
        assertWhole();
        assertThat(server.ranges.getLast()).matches("bytes=[1-9]\\d*-");
    }

    @Test
    void aBusyServerIsAskedAgain() throws Exception {
        server.faults.addAll(List.of(Fault.BUSY, Fault.BUSY));
        fetch();
        assertWhole();
    }

    @Test
    void aServerWithoutRangesStartsAgain() throws Exception {
        server.faults.addAll(List.of(Fault.CUT, Fault.WHOLE));
        fetch();
        assertWhole();
    }

    @Test
    void aFileThatChangedMeanwhileIsFetchedFromItsStart() throws Exception {
        server.faults.addAll(List.of(Fault.CUT, Fault.BUSY, Fault.BUSY, Fault.BUSY, Fault.BUSY));
        assertThatThrownBy(this::fetch).isInstanceOf(DownloadException.class);
        server.tag = "\"two\"";
        content[0]++;
        fetch();
        assertWhole();
    }

    @Test
    void aDamagedFileIsThrownAwayAndSaid() throws Exception {
        server.faults.add(Fault.DAMAGE);
        assertThatThrownBy(this::fetch).isInstanceOf(DownloadException.class).hasMessageContaining("checksum is wrong");
        assertThat(target).doesNotExist();
        fetch();
        assertWhole();
    }

    @Test
    void moreThanAnnouncedIsRefused() {
        server.faults.add(Fault.LONGER);
        assertThatThrownBy(this::fetch).isInstanceOf(DownloadException.class).hasMessageContaining("larger than");
        assertThat(target).doesNotExist();
    }

    @Test
    void withoutSizeAndChecksumTheWholeFileCounts() throws Exception {
        var bare = new Item("model.gguf", server.address("model.gguf"), 0, "");
        server.faults.add(Fault.CUT);
        downloader.fetch(bare, target, told::add);
        assertWhole();
    }

    @Test
    void aFullDiskIsNoticedBefore() {
        var cramped = new Downloader(network, _ -> 1000, 1);
        assertThatThrownBy(() -> cramped.fetch(item(), target, told::add))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("GB free")
                .hasMessageContaining(target.getParent().toString());
    }

    @Test
    void switchedOffNothingIsAskedFor() {
        var off = new Downloader(new Network(() -> true, PATIENCE));
        assertThatThrownBy(() -> off.fetch(item(), target, told::add))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("switched off");
        assertThat(server.ranges).isEmpty();
    }

    @Test
    void whatIsNotThereAndWhoCannotBeReachedAreSaid() {
        var absent = new Item("x.gguf", server.address("x.gguf"), 5, "");
        assertThatThrownBy(() -> downloader.fetch(absent, target, told::add)).hasMessageContaining("it is not there");
        var nobody = new Item("x.gguf", URI.create("http://127.0.0.1:1/x.gguf"), 5, "");
        assertThatThrownBy(() -> downloader.fetch(nobody, target, told::add)).hasMessageContaining("127.0.0.1 cannot be reached");
    }

    @Test
    void anInterruptedOneKeepsWhatHasCome() throws Exception {
        server.faults.add(Fault.STALL);
        var begun = new CountDownLatch(1);
        var failure = new AtomicReference<Throwable>();
        var patient = new Downloader(new Network(() -> false, Duration.ofSeconds(15)), _ -> 1L << 40, 1);
        var thread = Thread.ofPlatform().start(() -> {
            try {
                patient.fetch(item(), target, _ -> begun.countDown());
            } catch (Exception given) {
                failure.set(given);
            }
        });
        begun.await();
        thread.interrupt();
        thread.join(5000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(failure.get()).isInstanceOf(InterruptedException.class);
        fetch();
        assertWhole();
        assertThat(server.ranges.getLast()).matches("bytes=[1-9]\\d*-");
    }

    @Test
    void twoAtOnceAreRefused() throws Exception {
        Files.createDirectories(target.getParent());
        var part = target.resolveSibling("model.gguf.part");
        try (var file = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(this::fetch).hasMessageContaining("already being fetched");
        }
    }
}
