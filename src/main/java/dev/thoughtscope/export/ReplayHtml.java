package dev.thoughtscope.export;

import dev.thoughtscope.search.Event;
import dev.thoughtscope.session.EventLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// A run in one HTML file that replays it in any browser, with no server and no network.
///
/// What a model wrote is data to the page, never markup: it lies in a block of JSON in which `<`, `>` and `&` are
/// escaped, and the page's script puts it on the screen as text. The page's policy lets run the one script in it, known by
/// its hash, and nothing be fetched.
public final class ReplayHtml {
    private static final int LONGEST_TITLE = 200;

    private ReplayHtml() {}

    /// Writes the file in one go; it is there complete or as it was before.
    ///
    /// @throws IOException if there is no run, or the file cannot be written; its message is one sentence
    public static void write(EventLog log, Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var partial = folder.resolve("." + file.getFileName() + ".saving");
        try {
            try (var writer = Files.newBufferedWriter(partial)) {
                write(log, writer);
            }
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    static String of(EventLog log) throws IOException {
        var text = new StringWriter();
        write(log, text);
        return text.toString();
    }

    private static void write(EventLog log, Writer out) throws IOException {
        if (log.size() == 0 || !(log.get(0).event() instanceof Event.RunStarted started)) {
            throw new IOException("There is no run to export yet.");
        }
        String style = resource("replay.css");
        String script = resource("replay.js");
        String question = started.run().question().strip().replaceAll("\\s+", " ");
        String page = resource("replay.html")
                .replace("@policy@", policy(style, script))
                .replace("@title@", escape(question.substring(0, Math.min(LONGEST_TITLE, question.length()))))
                .replace("@style@", style);
        int data = page.indexOf("@run@");
        int code = page.indexOf("@script@");
        out.write(page, 0, data);
        RunData.write(log, out);
        out.write(page, data + "@run@".length(), code - data - "@run@".length());
        out.write(script);
        out.write(page.substring(code + "@script@".length()));
    }

    private static String policy(String style, String script) {
        return "default-src 'none'; script-src " + hash(script) + "; style-src " + hash(style)
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Text for HTML; line ends are those of a script whose hash the browser works out, so they stay `\n`.
    private static String resource(String name) {
        try (InputStream bytes = ReplayHtml.class.getResourceAsStream(name)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("@", "&#64;");
    }
}
