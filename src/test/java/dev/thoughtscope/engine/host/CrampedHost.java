package dev.thoughtscope.engine.host;

import dev.thoughtscope.engine.ModelInfo;
import dev.thoughtscope.engine.Piece;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// An engine's process on a GPU that has room for the weights of eight layers but for the work of only four; or, if its
/// model is named `incompatible`, on one whose driver cannot run the library's code.
public final class CrampedHost {
    private static final int FIT = 8;
    private static final int WORK = 4;

    private CrampedHost() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var writer = new WireWriter(System.out);
        var reader = new WireReader(System.in);
        while (reader.read().orElse(null) instanceof Frame.Open(var options)) {
            int layers = options.offload().layers() < 0 ? FIT : options.offload().layers();
            var model = new ModelInfo("f", "n", "d", 1, 1, 512, 512, 1, layers + " layers", Map.of());
            writer.write(new Frame.Opened(model, List.of(Piece.of("a")), layers));
            writer.flush();
            Thread.sleep(200);
            if (layers > 0 && options.model().endsWith("incompatible")) {
                System.err.println("CUDA error: the provided PTX was compiled with an unsupported toolchain.");
                System.err.println("ggml-cuda.cu:108: CUDA error");
                System.err.flush();
                Runtime.getRuntime().halt(134);
            }
            if (layers > WORK) {
                System.err.println("CUDA error: out of memory");
                System.err.flush();
                Runtime.getRuntime().halt(134);
            }
        }
    }
}
