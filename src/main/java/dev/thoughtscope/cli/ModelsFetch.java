package dev.thoughtscope.cli;

import dev.thoughtscope.download.Fetcher;
import dev.thoughtscope.download.HuggingFace;
import dev.thoughtscope.download.LlamaReleases;
import dev.thoughtscope.download.Network;
import dev.thoughtscope.download.Offer;
import dev.thoughtscope.download.Progress;
import dev.thoughtscope.download.Store;
import dev.thoughtscope.engine.host.LibraryFinder;
import dev.thoughtscope.gguf.GgufException;
import dev.thoughtscope.gguf.GgufFile;
import dev.thoughtscope.session.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Fetches a model, or llama.cpp itself, after saying what and how much and being told to.
@Command(
        name = "fetch",
        description = {
            "Fetches a model from Hugging Face, or an official release of llama.cpp, after asking.",
            "The checksum that the service states is checked; what was cut is gone on with the next time."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:It is there.", "1:It was not wanted, or is damaged.", "2:The command was not understood.",
            "3:It could not be fetched or written."})
final class ModelsFetch implements Callable<Integer> {
    private static final String OFFLINE = "THOUGHTSCOPE_OFFLINE";

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "OWNER/REPOSITORY[:QUANTISATION]",
            description = "A model as llama.cpp names it, such as Qwen/Qwen3-4B-GGUF:Q4_K_M.")
    private String model;

    @Option(
            names = "--llama",
            paramLabel = "BACKEND",
            description = "llama.cpp instead: cpu, vulkan, or cuda (Windows).")
    private LlamaReleases.Backend backend;

    @Option(names = "--yes", description = "Fetch without asking.")
    private boolean yes;

    @Option(names = "--offline", description = "Refuse, as with " + OFFLINE + "=1: for scripts that must not reach out.")
    private boolean offline;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if ((model == null) == (backend == null)) {
            throw new IllegalArgumentException("Name either a model to fetch or a build of llama.cpp with --llama.");
        }
        boolean off = offline || "1".equals(System.getenv(OFFLINE));
        try (var network = Network.of(() -> off)) {
            var offer = backend == null ? new HuggingFace(network).find(model) : new LlamaReleases(network).find(backend);
            if (!isWanted(offer)) {
                err().println("Nothing was fetched.");
                return Exit.FAILED;
            }
            var store = Store.find();
            var fetcher = new Fetcher(network, store);
            return backend == null
                    ? tellModel(fetcher.model(offer, this::show))
                    : tellLibrary(fetcher.library(offer, this::show), store);
        }
    }

    private boolean isWanted(Offer offer) throws IOException {
        err().printf(
                Locale.ROOT,
                "%s%n%s from %s%n",
                offer.title(),
                offer.bytes() == 0 ? "size unknown" : String.format(Locale.ROOT, "%.1f MB", offer.bytes() / 1e6),
                offer.host());
        if (yes) {
            return true;
        }
        err().print("Fetch it? [y/N] ");
        err().flush();
        var in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        var answer = in.readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y(es)?");
    }

    private void show(Progress progress) {
        String what =
                switch (progress.phase()) {
                    case FETCHING -> "fetching";
                    case CHECKING -> "checking";
                    case UNPACKING -> "unpacking";
                };
        err().printf(
                Locale.ROOT, "\r%s %s %.1f MB%s   ", what, progress.name(), progress.done() / 1e6,
                progress.total() == 0 ? "" : String.format(Locale.ROOT, " of %.1f", progress.total() / 1e6));
        err().flush();
    }

    /// A whole file may still be no model that can be loaded.
    private int tellModel(Path file) {
        err().println();
        try {
            GgufFile.read(file);
        } catch (GgufException wrong) {
            err().println(wrong.getMessage());
            return Exit.FAILED;
        }
        spec.commandLine().getOut().println(file);
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }

    private int tellLibrary(Path folder, Store store) throws InterruptedException {
        err().println();
        var library = new LibraryFinder(store.libraries(), Home.find().packedLibrary()).describe(folder);
        err().println(LibrariesReport.text(library));
        spec.commandLine().getOut().println(folder);
        spec.commandLine().getOut().flush();
        return library.usable() ? Exit.OK : Exit.FAILED;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
