package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Sampling;
import dev.thoughtscope.engine.bench.ModelShape;
import dev.thoughtscope.engine.bench.RandomModel;
import dev.thoughtscope.gguf.GgufException;
import dev.thoughtscope.gguf.GgufFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/// Damages the headers of real model files and does with each that passes the check what the engine does.
/// A process of its own, because a gap in the check ends it: the last seed printed is the one at fault.
public final class MutantLoader {
    private static final int[] TELLING = {
        0, 1, 2, 3, 7, 31, 32, 33, 64, 255, 256, 1 << 15, 1 << 16, Integer.MAX_VALUE, Integer.MIN_VALUE, -1, -2
    };

    private final byte[][] originals;
    private final int[] headers;
    private final Path file;

    private MutantLoader(Path folder) throws IOException, GgufException {
        file = folder.resolve("mutant.gguf");
        RandomModel.write(file, ModelShape.named("tiny"), 1);
        var sources = List.of(file, LlamaEngineContract.MODEL);
        originals = new byte[sources.size()][];
        headers = new int[sources.size()];
        for (int i = 0; i < originals.length; i++) {
            originals[i] = Files.readAllBytes(sources.get(i));
            headers[i] = (int) GgufFile.read(sources.get(i)).tensors().getFirst().offset();
        }
    }

    /// @param arguments folder to work in, then seeds, or ranges of them such as `0-200`
    public static void main(String[] arguments) throws Exception {
        var loader = new MutantLoader(Path.of(arguments[0]));
        int passed = 0;
        for (int i = 1; i < arguments.length; i++) {
            var range = arguments[i].split("-");
            long end = Long.parseLong(range[range.length - 1]);
            for (long seed = Long.parseLong(range[0]); seed <= end; seed++) {
                System.out.println("seed " + seed);
                System.out.flush();
                passed += loader.survives(seed) ? 1 : 0;
            }
        }
        System.out.println("passed the check: " + passed);
    }

    private boolean survives(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        int which = random.nextInt(originals.length);
        Files.write(file, mutant(random, originals[which].clone(), headers[which]));
        try {
            GgufFile.read(file);
        } catch (GgufException refused) {
            return false;
        }
        try (var engine = LlamaEngine.open(LlamaOptions.of(file).withCells(256).withThreads(1))) {
            var text = engine.tokenize("Tom has 12 apples 🙂", true, true);
            if (text.length() > 0) {
                engine.start(GenerateRequest.sample(text, 3, Sampling.at(1, 1), List.of()), _ -> {}).await();
            }
        } catch (EngineException refused) {
            // A sentence, as it should be.
        }
        return true;
    }

    private static byte[] mutant(SplittableRandom random, byte[] bytes, int header) {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        // Near the start are the numbers, near the end is the tensor table; between is mostly vocabulary.
        int zone = random.nextInt(3);
        int from = zone == 0 ? 24 : zone == 1 ? Math.max(24, header - 4000) : 24;
        int to = zone == 0 ? 1200 : header;
        for (int i = random.nextInt(1, 3); i > 0; i--) {
            int at = random.nextInt(from, to - 8);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> buffer.putInt(at, TELLING[random.nextInt(TELLING.length)]);
                case 2 -> bytes[at] = (byte) random.nextInt(256);
                default -> buffer.putInt(at, buffer.getInt(at) + random.nextInt(-3, 4));
            }
        }
        return bytes;
    }
}
