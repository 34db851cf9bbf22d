package dev.thoughtscope.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// Fetches one file so that it is there whole and checked, or not at all.
///
/// What has come is kept in `NAME.part` beside its place and gone on with after a cut, a stall or a new start,
/// if the server still has the same file. The last step is a move.
public final class Downloader {
    private static final int BUFFER = 1 << 18;
    private static final int MOST_FAILURES = 4;
    private static final long TELL_NANOS = 100_000_000;

    /// Room that a disk keeps beside what is fetched.
    private static final long SPARE = 256L << 20;

    private final Network network;
    private final FreeSpace space;
    private final long pauseMillis;

    /// How many bytes a folder has room for.
    interface FreeSpace {
        long in(Path folder) throws IOException;
    }

    public Downloader(Network network) {
        this(network, folder -> Files.getFileStore(folder).getUsableSpace(), 1000);
    }

    /// @param pauseMillis before the first new attempt, doubled for each further one
    Downloader(Network network, FreeSpace space, long pauseMillis) {
        this.network = network;
        this.space = space;
        this.pauseMillis = pauseMillis;
    }

    /// Fetches a file. Blocks; interrupting the thread gives it up and keeps what has come.
    ///
    /// @param target where it is to be; one that is there already is left alone if it is the same
    /// @param onProgress told about ten times a second, on the calling thread
    /// @throws DownloadException in one sentence for whatever stands in the way
    public void fetch(Item item, Path target, Consumer<Progress> onProgress)
            throws DownloadException, InterruptedException {
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            if (Files.exists(target) && isSame(item, target, onProgress)) {
                return;
            }
            var part = target.resolveSibling(target.getFileName() + ".part");
            try (var file = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = lock(file, item)) {
                new Attempts(item, part, file, onProgress).run();
            }
            check(item, part, onProgress);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(tag(part));
        } catch (DownloadException known) {
            throw known;
        } catch (IOException failed) {
            throw new DownloadException(target + " cannot be written: " + failed.getMessage() + ".", failed);
        }
    }

    private static FileLock lock(FileChannel file, Item item) throws IOException {
        try {
            var lock = file.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException taken) {
            // By this program itself.
        }
        throw new DownloadException(item.name() + " is already being fetched.");
    }

    /// Without a checksum one of the same size counts.
    private static boolean isSame(Item item, Path file, Consumer<Progress> onProgress)
            throws IOException, InterruptedException {
        return (item.bytes() == 0 || Files.size(file) == item.bytes())
                && (item.sha256().isEmpty() || Checksum.sha256(file, item.name(), onProgress).equals(item.sha256()));
    }

    private static void check(Item item, Path part, Consumer<Progress> onProgress) throws IOException, InterruptedException {
        long size = Files.size(part);
        if (item.bytes() > 0 && size != item.bytes()) {
            Files.delete(part);
            throw new DownloadException(item.name() + " should have " + item.bytes() + " bytes, and " + size
                    + " came: it was thrown away. Try again.");
        }
        if (!item.sha256().isEmpty() && !Checksum.sha256(part, item.name(), onProgress).equals(item.sha256())) {
            Files.delete(part);
            throw new DownloadException(item.name() + " came damaged, its checksum is wrong: it was thrown away."
                    + " Try again.");
        }
    }

    /// Holds what the server calls the version of a part.
    private static Path tag(Path part) {
        return part.resolveSibling(part.getFileName() + ".tag");
    }

    /// One file's attempts, each going on where the last one ended.
    private final class Attempts {
        private final Item item;
        private final Path part;
        private final FileChannel file;
        private final Consumer<Progress> onProgress;
        private long done;
        private long total;
        private long toldNanos;

        Attempts(Item item, Path part, FileChannel file, Consumer<Progress> onProgress) throws IOException {
            this.item = item;
            this.part = part;
            this.file = file;
            this.onProgress = onProgress;
            done = file.size();
            total = item.bytes();
        }

        /// Gives up after some attempts in a row that brought nothing.
        void run() throws IOException, InterruptedException {
            int failures = 0;
            while (total == 0 || done < total) {
                long before = done;
                try {
                    if (attempt()) {
                        return;
                    }
                } catch (DownloadException known) {
                    throw known;
                } catch (IOException cut) {
                    failures = done > before ? 1 : failures + 1;
                    if (failures >= MOST_FAILURES) {
                        throw Network.unreachable(item.address(), cut);
                    }
                    Thread.sleep(pauseMillis << failures - 1);
                }
            }
        }

        /// @return whether the server has sent all it has
        private boolean attempt() throws IOException, InterruptedException {
            var tag = Files.exists(tag(part)) ? Files.readString(tag(part)) : "";
            boolean goesOn = done > 0 && (!tag.isEmpty() || !item.sha256().isEmpty());
            if (!goesOn) {
                restart();
            }
            var answer = network.open(item.address(), !goesOn
                    ? Map.of()
                    : tag.isEmpty()
                            ? Map.of("Range", "bytes=" + done + "-")
                            : Map.of("Range", "bytes=" + done + "-", "If-Range", tag));
            try (var body = answer.body()) {
                switch (answer.statusCode()) {
                    case 200 -> restart();
                    case 206 -> checkRange(answer);
                    case 416 -> {
                        restart();
                        throw new IOException("the file has changed there");
                    }
                    case 500, 502, 503, 504 -> throw new IOException("it answered with status " + answer.statusCode());
                    default -> throw Network.refused(item.address(), answer.statusCode());
                }
                noteSize(answer);
                return read(body);
            }
        }

        private void restart() throws IOException {
            file.truncate(0);
            done = 0;
            Files.deleteIfExists(tag(part));
        }

        private void checkRange(HttpResponse<?> answer) throws IOException {
            var range = answer.headers().firstValue("Content-Range").orElse("");
            if (!range.startsWith("bytes " + done + "-")) {
                restart();
                throw new IOException("it sent another part than asked for");
            }
        }

        private void noteSize(HttpResponse<?> answer) throws IOException {
            long length = answer.headers().firstValueAsLong("Content-Length").orElse(0);
            if (total == 0 && length > 0) {
                total = done + length;
            }
            long room = space.in(part.toAbsolutePath().getParent());
            if (total - done + SPARE > room) {
                throw new DownloadException(String.format(
                        Locale.ROOT,
                        "%s needs %.1f GB more, and the disk of %s has %.1f GB free: make room there.",
                        item.name(), (total - done + SPARE) / 1e9, part.toAbsolutePath().getParent(), room / 1e9));
            }
            // A weak tag does not promise the same bytes.
            var tag = answer.headers().firstValue("ETag").filter(text -> !text.startsWith("W/"));
            if (tag.isPresent()) {
                Files.writeString(tag(part), tag.get());
            }
        }

        private boolean read(InputStream body) throws IOException, InterruptedException {
            var buffer = new byte[BUFFER];
            file.position(done);
            try (var watch = new StallWatch(body, network.patience())) {
                while (true) {
                    int count = readOrStall(body, buffer, watch);
                    if (count < 0) {
                        return total == 0 || done >= total;
                    }
                    watch.moved();
                    write(buffer, count);
                    tell();
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
            }
        }

        private int readOrStall(InputStream body, byte[] buffer, StallWatch watch) throws IOException {
            try {
                int count = body.read(buffer);
                if (count < 0 && watch.hasStalled()) {
                    throw new IOException("it stopped sending");
                }
                return count;
            } catch (IOException cut) {
                throw watch.hasStalled() ? new IOException("it stopped sending", cut) : cut;
            }
        }

        private void write(byte[] buffer, int count) throws IOException {
            if (total > 0 && done + count > total) {
                restart();
                throw new DownloadException(item.name() + " is larger than the " + total
                        + " bytes that were announced: it was thrown away.");
            }
            for (var bytes = ByteBuffer.wrap(buffer, 0, count); bytes.hasRemaining(); ) {
                file.write(bytes);
            }
            done += count;
        }

        private void tell() {
            long now = System.nanoTime();
            if (now - toldNanos > TELL_NANOS || done == total) {
                toldNanos = now;
                onProgress.accept(new Progress(item.name(), Progress.Phase.FETCHING, done, total));
            }
        }
    }
}
