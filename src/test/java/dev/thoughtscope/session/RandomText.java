package dev.thoughtscope.session;

import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.engine.bench.ModelShape;
import dev.thoughtscope.engine.bench.RandomModel;
import dev.thoughtscope.gguf.TensorType;
import dev.thoughtscope.search.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// A model that writes nonsense, but the same nonsense however its tokens are batched: 32-bit weights round so
/// little that what a seed draws does not change.
final class RandomText {
    private RandomText() {}

    static Path model(Path folder) throws IOException {
        var file = folder.resolve("random.gguf");
        RandomModel.write(file, new ModelShape(2, 64, 4, 4, 96, 600, 2048, TensorType.F32), 5);
        return file;
    }

    /// What a tree says and how it was searched, to the token.
    static List<String> told(Tree tree) {
        return IntStream.range(0, tree.size())
                .mapToObj(node -> tree.parent(node) + " " + tree.visits(node) + " " + tree.kind(node) + " "
                        + tree.tokens(node).stream().map(TokenStep::id).toList())
                .toList();
    }

    static Tree finished(Run run) throws InterruptedException {
        while (!run.log().hasEnded()) {
            Thread.sleep(5);
        }
        return run.log().fold();
    }

    static RunRequest request(int rollouts, long seed) {
        return new RunRequest("How many?", "mini-step-16", rollouts, 4, 4, 120, 1, seed, true, false);
    }
}
