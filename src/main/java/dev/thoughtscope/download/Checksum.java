package dev.thoughtscope.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/// SHA-256 of files.
final class Checksum {
    private static final int BUFFER = 1 << 20;
    private static final int TELL_EVERY = 64;

    private Checksum() {}

    static String sha256(Path file, String name, Consumer<Progress> onProgress) throws IOException, InterruptedException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            long total = Files.size(file);
            long done = 0;
            var buffer = new byte[BUFFER];
            int rounds = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                done += count;
                if (rounds++ % TELL_EVERY == 0 || done == total) {
                    onProgress.accept(new Progress(name, Progress.Phase.CHECKING, done, total));
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
