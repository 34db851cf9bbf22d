package dev.thoughtscope.app;

import dev.thoughtscope.cli.Commands;
import dev.thoughtscope.engine.host.EngineHost;
import dev.thoughtscope.session.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import org.slf4j.LoggerFactory;

/// Start of the app: the window without arguments, the command line with some.
public final class Main {
    private static final int NO_TOOLKIT = 5;

    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(EngineHost.ARGUMENT)) {
            EngineHost.main(arguments);
            return;
        }
        Thread.setDefaultUncaughtExceptionHandler((thread, failed) ->
                LoggerFactory.getLogger(Main.class).error("uncaught in {}", thread.getName(), failed));
        if (Arrays.equals(arguments, new String[] {"bench", "--start"})) {
            System.exit(StartBench.run());
        }
        if (Arrays.equals(arguments, new String[] {"bench", "--view"})) {
            Logs.open();
            System.exit(viewBench());
        }
        var opening = Opening.of(arguments);
        boolean commands = arguments.length > 0 && opening.equals(Opening.NOTHING);
        if (!commands && Display.isThere()) {
            System.exit(window(opening));
        }
        Logs.open();
        System.exit(commands
                ? Commands.execute(Wiring.snapshots(), Wiring.stripPictures(), arguments)
                : withoutWindow(opening));
    }

    private static int window(Opening opening) {
        try (var person = new Person()) {
            Window.open(() -> person.start(opening));
            return 0;
        } catch (UnsatisfiedLinkError | NoClassDefFoundError | UnsupportedOperationException missing) {
            System.err.println("The window cannot be opened: a system library is missing (" + missing.getMessage()
                    + "). On Debian and Ubuntu: apt-get install libgtk-3-0 libgl1 libpango-1.0-0 libfreetype6"
                    + " libfontconfig1.");
            return NO_TOOLKIT;
        }
    }

    /// The same search as the window's, with the picture of the window in a file.
    private static int withoutWindow(Opening opening) {
        if (opening.run().isPresent()) {
            return Commands.execute(
                    Wiring.snapshots(), Wiring.stripPictures(), "replay", opening.run().get().toString());
        }
        var picture = outputFolder().resolve("thoughtscope.png");
        System.out.println("There is no display: running the sample question without a window; its picture goes to "
                + picture + ".");
        return Commands.execute(
                Wiring.snapshots(),
                Wiring.stripPictures(),
                "run", Wiring.sampleRequest().question(), "--snapshot", picture.toString(),
                "--model", opening.model().orElse(Home.find().shippedModel()).toString());
    }

    private static int viewBench() {
        if (!Display.isThere()) {
            Display.useNone();
        }
        try {
            WindowBench.run(System.out);
            return 0;
        } catch (InterruptedException | ExecutionException failed) {
            System.err.println("The window could not be measured: " + failed.getMessage());
            return NO_TOOLKIT;
        }
    }

    private static Path outputFolder() {
        var built = Home.find().folder().resolve("target");
        return Files.isDirectory(built) ? built : Path.of("").toAbsolutePath();
    }
}
