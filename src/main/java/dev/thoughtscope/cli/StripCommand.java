package dev.thoughtscope.cli;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.probe.Position;
import dev.thoughtscope.probe.Probe;
import dev.thoughtscope.probe.ProbeControl;
import dev.thoughtscope.probe.ProbeText;
import dev.thoughtscope.probe.StripJson;
import dev.thoughtscope.probe.StripListener;
import dev.thoughtscope.probe.StripPicture;
import dev.thoughtscope.probe.StripResult;
import dev.thoughtscope.probe.StripSvg;
import dev.thoughtscope.probe.Tint;
import dev.thoughtscope.reasoning.Confidence;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "strip",
        description = "Thinks before every token of a text and shows where that helped, in the manner of Quiet-STaR.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The whole text was measured.",
            "1:The model or the engine failed; what was measured is printed.",
            "2:The command was not understood, or text and model do not go together.",
            "3:A file could not be read or written."
        })
public final class StripCommand implements Callable<Integer> {
    private static final long TELL_EVERY_NANOS = 1_000_000_000;

    private final StripPictures pictures;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "TEXT", description = "The text.")
    private String text;

    @Option(names = "--file", paramLabel = "FILE", description = "Read the text from a UTF-8 file, - for standard input.")
    private Path file;

    @Mixin
    private EngineOptions engineOptions;

    @Mixin
    private StripOptions options;

    @Option(names = "--top", paramLabel = "N", description = "Positions to list.")
    private int listed = 10;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(names = "--picture", paramLabel = "FILE.svg|png", description = "Save the strip as a picture.")
    private Path picture;

    @Option(names = "--tint", description = "Colours: ${COMPLETION-CANDIDATES}. SAFE suits all eyes, PAPER is Quiet-STaR's.")
    private Tint tint = Tint.SAFE;

    @Option(names = "--dark", description = "A dark picture.", showDefaultValue = Visibility.NEVER)
    private boolean dark;

    public StripCommand(StripPictures pictures) {
        this.pictures = pictures;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        String read = StripInput.read(text, file);
        var settings = options.settings();
        checkPicture();
        try (var engine = engineOptions.open(err()::println)) {
            var result = new Probe(engine, Confidence.TOP5::mean)
                    .run(ProbeText.of(engine, read), settings, new ProbeControl(), new Told(err(), !json));
            print(result);
            if (picture != null) {
                write(engine, result);
            }
            if (result.ending() == StripResult.Ending.FAILED) {
                err().println(result.trouble());
                return Exit.FAILED;
            }
            return Exit.OK;
        }
    }

    /// Better before the work than after it.
    private void checkPicture() {
        if (picture != null && !isSvg() && !name().endsWith(".png")) {
            throw new IllegalArgumentException("A picture is an .svg or a .png file, not " + picture + ".");
        }
    }

    private String name() {
        return picture.toString().toLowerCase(Locale.ROOT);
    }

    private boolean isSvg() {
        return name().endsWith(".svg");
    }

    private void print(StripResult result) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(StripJson.of(result));
        } else {
            new StripReport(result, tint, Ansi.AUTO.enabled(), listed).print(out);
        }
        out.flush();
    }

    private void write(Engine engine, StripResult result) throws IOException {
        var drawn = StripPicture.of(result, engine.model().name(), new StripPicture.Style(tint, dark, 960));
        if (isSvg()) {
            Files.writeString(picture, StripSvg.of(drawn));
        } else {
            pictures.write(drawn, picture);
        }
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /// Tells on the error channel how far it is.
    private static final class Told implements StripListener {
        private final PrintWriter err;
        private final boolean chatty;
        private long told = System.nanoTime();

        Told(PrintWriter err, boolean chatty) {
            this.err = err;
            this.chatty = chatty;
        }

        @Override
        public void started(List<Position> positions, int windows) {
            if (windows > 1) {
                err.println("The text has " + positions.size() + " tokens, more than the model can see at once: it is"
                        + " measured in " + windows + " windows that overlap by half.");
                err.flush();
            }
        }

        @Override
        public void progress(Progress progress) {
            if (chatty && System.nanoTime() - told > TELL_EVERY_NANOS) {
                told = System.nanoTime();
                err.printf(
                        Locale.ROOT,
                        "%d of %d positions, about %.0f s left%n",
                        progress.done(),
                        progress.total(),
                        progress.nanosLeft() / 1e9);
                err.flush();
            }
        }
    }
}
