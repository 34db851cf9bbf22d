package dev.thoughtscope.cli;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.serve.EngineServer;
import dev.thoughtscope.serve.ServeOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        description = "Offers a model to other programs over HTTP, as llama-server does, until interrupted.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:It was interrupted.", "1:The model failed, or the port is taken.", "2:The command was not understood."})
public final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineOptions engineOptions;

    @Option(names = "--port", paramLabel = "N", description = "Where to listen; 0 for any free port.")
    private int port = 8080;

    @Option(names = "--host", paramLabel = "HOST", description = "The interface; beyond this machine a token is needed.")
    private String host = ServeOptions.LOOPBACK;

    @Option(
            names = "--token-env",
            paramLabel = "NAME",
            description = "The environment variable with the token that each request must bring.")
    private String tokenVariable;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var options = ServeOptions.loopback(port).withHost(host);
        options = tokenVariable == null ? options : options.withToken(token());
        options.check();
        var ended = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        var hook = Thread.ofPlatform().name("interrupted").unstarted(() -> end(ended, closed));
        Runtime.getRuntime().addShutdownHook(hook);
        try (var engine = engineOptions.open(line -> spec.commandLine().getErr().println(line));
                var server = EngineServer.start(engine, options)) {
            var out = spec.commandLine().getOut();
            out.printf("Serving %s at http://%s:%d. Ctrl-C ends it.%n", engine.model().name(), host, server.port());
            out.flush();
            ended.await();
        } finally {
            closed.countDown();
        }
        return Exit.OK;
    }

    private String token() {
        String token = System.getenv(tokenVariable);
        if (token == null || token.isBlank()) {
            throw new EngineException("The environment variable " + tokenVariable + " holds no token: set it.");
        }
        return token.strip();
    }

    /// The machine stops when this returns: what runs is told to end first.
    private static void end(CountDownLatch ended, CountDownLatch closed) {
        ended.countDown();
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
