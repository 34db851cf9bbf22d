package dev.thoughtscope.download;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/// Unpacks `.zip` and `.tar.gz` within limits: nothing leaves its folder, and there is an end to number and size.
///
/// Links are allowed only between files of one folder, as releases have them between versions of a library;
/// they become copies.
final class Unpacker {
    private static final int MOST_FILES = 2_000;
    private static final long MOST_BYTES = 6L << 30;

    private final int mostFiles;
    private final long mostBytes;
    private final Map<Path, Path> links = new LinkedHashMap<>();
    private int files;
    private long bytes;

    Unpacker() {
        this(MOST_FILES, MOST_BYTES);
    }

    Unpacker(int mostFiles, long mostBytes) {
        this.mostFiles = mostFiles;
        this.mostBytes = mostBytes;
    }

    /// @param folder exists; on a failure what is in it is of no use
    /// @throws DownloadException in one sentence for an archive that is damaged or goes beyond the limits
    void unpack(Path archive, Path folder, Consumer<Progress> onProgress) throws DownloadException, InterruptedException {
        var name = archive.getFileName().toString();
        try (var raw = new BufferedInputStream(Files.newInputStream(archive), 1 << 18);
                var in = open(name, raw)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                unpack(in, entry, folder);
                onProgress.accept(new Progress(name, Progress.Phase.UNPACKING, bytes, 0));
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            copyLinks(name);
        } catch (DownloadException known) {
            throw known;
        } catch (IOException | IllegalArgumentException broken) {
            throw new DownloadException(name + " cannot be unpacked: " + broken.getMessage() + ".", broken);
        }
    }

    private static ArchiveInputStream<? extends ArchiveEntry> open(String name, InputStream raw) throws IOException {
        if (name.endsWith(".zip")) {
            return new ZipArchiveInputStream(raw);
        }
        if (name.endsWith(".tar.gz") || name.endsWith(".tgz")) {
            return new TarArchiveInputStream(new GzipCompressorInputStream(raw));
        }
        throw new DownloadException(name + " is no archive that can be unpacked.");
    }

    private void unpack(ArchiveInputStream<?> in, ArchiveEntry entry, Path folder) throws IOException {
        var target = inside(folder, folder, entry.getName());
        if (++files > mostFiles) {
            throw new DownloadException("The archive has more than " + mostFiles + " files: it was thrown away.");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry instanceof TarArchiveEntry tar && tar.isSymbolicLink()) {
            var end = inside(folder, target.getParent(), tar.getLinkName());
            if (!end.getParent().equals(target.getParent())) {
                throw outside(tar.getLinkName());
            }
            links.put(target, end);
        } else if (entry instanceof TarArchiveEntry tar && !tar.isFile()
                || entry instanceof ZipArchiveEntry zip && zip.isUnixSymlink()) {
            throw new DownloadException("The archive holds something that is no file, " + entry.getName()
                    + ": it was thrown away.");
        } else {
            write(in, target);
        }
    }

    private void write(InputStream in, Path target) throws IOException {
        try (var out = Files.newOutputStream(target)) {
            var buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                bytes += count;
                if (bytes > mostBytes) {
                    throw new DownloadException("The archive unpacks to more than " + (mostBytes >> 20)
                            + " MB: it was thrown away.");
                }
                out.write(buffer, 0, count);
            }
        }
    }

    private static Path inside(Path folder, Path from, String name) throws DownloadException {
        try {
            var path = from.resolve(name.replace('\\', '/')).normalize();
            if (!name.isEmpty() && !Path.of(name).isAbsolute() && !name.contains(":") && path.startsWith(folder.normalize())) {
                return path;
            }
        } catch (InvalidPathException unusable) {
            // Told below.
        }
        throw outside(name);
    }

    private static DownloadException outside(String name) {
        return new DownloadException("The archive wants to write outside its folder, to \"" + name
                + "\": it was thrown away.");
    }

    /// A link may lead to a link.
    private void copyLinks(String name) throws IOException {
        for (var link : links.entrySet()) {
            var end = link.getValue();
            for (int hops = 0; links.containsKey(end); hops++) {
                if (hops > links.size()) {
                    throw new DownloadException(name + " holds links in a circle: it was thrown away.");
                }
                end = links.get(end);
            }
            if (!Files.isRegularFile(end)) {
                throw new DownloadException(name + " holds a link to nothing: it was thrown away.");
            }
            bytes += Files.size(end);
            if (bytes > mostBytes) {
                throw new DownloadException("The archive unpacks to more than " + (mostBytes >> 20) + " MB.");
            }
            Files.copy(end, link.getKey());
        }
    }
}
