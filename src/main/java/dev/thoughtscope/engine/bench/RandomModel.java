package dev.thoughtscope.engine.bench;

import dev.thoughtscope.gguf.GgufWriter;
import dev.thoughtscope.gguf.TensorType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/// A model of random weights: says nothing, but costs what a real one of its shape costs.
public final class RandomModel {
    /// Weights repeat after this many; it makes no difference to the time that they take.
    private static final int PERIOD = 1 << 19;

    /// So that a search can ask it.
    private static final String CHAT_ML = "{% for message in messages %}<|im_start|>{{ message.role }}\n"
            + "{{ message.content }}<|im_end|>\n{% endfor %}<|im_start|>assistant\n";

    private static final float DEVIATION = 0.02f;
    private static final int BYTE_TOKENS = 256;
    private static final int FIRST_BYTE_TOKEN = 3;
    private static final int NORMAL = 1;
    private static final int UNKNOWN = 2;
    private static final int CONTROL = 3;
    private static final int BYTE = 6;

    private final ModelShape shape;
    private final byte[] block;

    private RandomModel(ModelShape shape, long seed) {
        this.shape = shape;
        block = randomBytes(shape.weights(), new SplittableRandom(seed));
    }

    /// Writes such a model.
    public static void write(Path path, ModelShape shape, long seed) throws IOException {
        new RandomModel(shape, seed).writer().write(path);
    }

    private GgufWriter writer() {
        var out = new GgufWriter()
                .put("general.architecture", "llama")
                .put("general.name", "random weights")
                .put("llama.context_length", shape.context())
                .put("llama.embedding_length", shape.width())
                .put("llama.block_count", shape.layers())
                .put("llama.feed_forward_length", shape.feedForward())
                .put("llama.rope.dimension_count", shape.width() / shape.heads())
                .put("llama.attention.head_count", shape.heads())
                .put("llama.attention.head_count_kv", shape.kvHeads())
                .put("llama.attention.layer_norm_rms_epsilon", 1e-5f)
                .put("llama.vocab_size", shape.vocabulary());
        vocabulary(out);
        matrix(out, "token_embd.weight", shape.width(), shape.vocabulary());
        for (int layer = 0; layer < shape.layers(); layer++) {
            layer(out, "blk." + layer + ".");
        }
        norm(out, "output_norm.weight");
        matrix(out, "output.weight", shape.width(), shape.vocabulary());
        return out;
    }

    private void layer(GgufWriter out, String name) {
        int kvWidth = shape.width() / shape.heads() * shape.kvHeads();
        norm(out, name + "attn_norm.weight");
        matrix(out, name + "attn_q.weight", shape.width(), shape.width());
        matrix(out, name + "attn_k.weight", shape.width(), kvWidth);
        matrix(out, name + "attn_v.weight", shape.width(), kvWidth);
        matrix(out, name + "attn_output.weight", shape.width(), shape.width());
        norm(out, name + "ffn_norm.weight");
        matrix(out, name + "ffn_gate.weight", shape.width(), shape.feedForward());
        matrix(out, name + "ffn_up.weight", shape.width(), shape.feedForward());
        matrix(out, name + "ffn_down.weight", shape.feedForward(), shape.width());
    }

    private void vocabulary(GgufWriter out) {
        var tokens = new String[shape.vocabulary()];
        var scores = new float[shape.vocabulary()];
        var types = new int[shape.vocabulary()];
        for (int id = 0; id < tokens.length; id++) {
            tokens[id] = "▁w" + id;
            scores[id] = -id;
            types[id] = NORMAL;
        }
        for (int b = 0; b < BYTE_TOKENS; b++) {
            tokens[FIRST_BYTE_TOKEN + b] = String.format("<0x%02X>", b);
            types[FIRST_BYTE_TOKEN + b] = BYTE;
        }
        tokens[0] = "<unk>";
        tokens[1] = "<s>";
        tokens[2] = "</s>";
        types[0] = UNKNOWN;
        types[1] = CONTROL;
        types[2] = CONTROL;
        out.put("tokenizer.ggml.model", "llama")
                .put("tokenizer.ggml.tokens", tokens)
                .put("tokenizer.ggml.scores", scores)
                .put("tokenizer.ggml.token_type", types)
                .put("tokenizer.ggml.bos_token_id", 1)
                .put("tokenizer.ggml.eos_token_id", 2)
                .put("tokenizer.ggml.unknown_token_id", 0)
                .put("tokenizer.chat_template", CHAT_ML);
    }

    private void matrix(GgufWriter out, String name, long columns, long rows) {
        out.tensor(name, shape.weights(), (stream, bytes) -> repeat(block, stream, bytes), columns, rows);
    }

    private void norm(GgufWriter out, String name) {
        var ones = ByteBuffer.allocate(4 * shape.width()).order(ByteOrder.LITTLE_ENDIAN);
        while (ones.hasRemaining()) {
            ones.putFloat(1);
        }
        out.tensor(name, TensorType.F32, (stream, bytes) -> stream.write(ones.array()), shape.width());
    }

    private static void repeat(byte[] block, OutputStream out, long bytes) throws IOException {
        for (long left = bytes; left > 0; left -= block.length) {
            out.write(block, 0, (int) Math.min(block.length, left));
        }
    }

    private static byte[] randomBytes(TensorType type, SplittableRandom random) {
        var buffer = ByteBuffer.allocate(4 * PERIOD).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < PERIOD; i++) {
            switch (type) {
                case F32 -> buffer.putFloat(weight(random));
                case F16 -> buffer.putShort(Float.floatToFloat16(weight(random)));
                default -> {
                    // Q8_0: a scale for 32 values of one byte each.
                    if (i % 32 == 0) {
                        buffer.putShort(Float.floatToFloat16(DEVIATION / 64));
                    }
                    buffer.put((byte) Math.clamp(Math.round(64 * random.nextGaussian()), -127, 127));
                }
            }
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static float weight(SplittableRandom random) {
        return (float) (DEVIATION * random.nextGaussian());
    }
}
