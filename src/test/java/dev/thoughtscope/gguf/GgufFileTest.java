package dev.thoughtscope.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.List;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufFileTest {
    private static final Path MODEL = Path.of("models", "thoughtscope-small.gguf");
    private static byte[] whole;

    @TempDir
    private Path folder;

    @BeforeAll
    static void read() throws IOException {
        whole = Files.readAllBytes(MODEL);
    }

    /// The file's own name for a mixture, but not against its tensors.
    @Test
    void aMixtureIsNamedAsTheFileNamesIt() {
        var q4k = new GgufTensor("a", List.of(1024L), TensorType.Q4_K, 0, 576);
        var q6k = new GgufTensor("b", List.of(512L), TensorType.Q6_K, 576, 420);
        assertThat(told(15L, q4k, q6k).quantisation()).isEqualTo("Q4_K_M");
        assertThat(told(1L, q4k, q6k).quantisation()).isEqualTo("Q4_K");
        assertThat(told(4_000L, q4k, q6k).quantisation()).isEqualTo("Q4_K");
    }

    private static GgufFile told(long fileType, GgufTensor... tensors) {
        return new GgufFile(Path.of("m.gguf"), 3, Map.of("general.file_type", fileType), List.of(tensors), 996);
    }

    @Test
    void readsTheShippedModel() throws GgufException {
        var file = GgufFile.read(MODEL);
        assertThat(file.architecture()).isEqualTo("llama");
        assertThat(file.size()).isEqualTo(whole.length);
        assertThat(file.architectureNumber("block_count")).isPresent();
        assertThat(file.metadata().get("tokenizer.ggml.tokens")).isInstanceOf(GgufArray.class);
        assertThat(file.tensors()).anyMatch(tensor -> tensor.name().equals("token_embd.weight"));
        var last = file.tensors().getLast();
        assertThat(last.offset() + last.bytes()).isLessThanOrEqualTo(whole.length);
        assertThat(file.parameters()).isGreaterThan(1_000_000);
    }

    @Test
    void saysWhatIsWrongWithWhatIsNoModel() throws IOException {
        assertRefused(folder.resolve("absent.gguf"), "There is no file ");
        assertRefused(folder, "is a folder, not a model file.");
        assertRefused(write(new byte[0]), "is empty.");
        assertRefused(write("<html>not here</html>".getBytes(StandardCharsets.UTF_8)),
                "is not a GGUF file: it starts with \"<htm\", not with GGUF.");
        assertRefused(write(new byte[] {0, 1, 2, 3, 4}), "it starts with the bytes 00 01 02 03");
        assertRefused(write(new byte[] {'G', 'G'}), "it starts with \"GG\"");
        assertRefused(write(changed(4, 9)), "is a GGUF file of version 9; versions 2 and 3 are known.");
        assertRefused(write(changed(4, 0x03000000)), "for big-endian machines");
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        for (int length = 1; length < whole.length; length += length < 20_000 ? 97 : whole.length / 40) {
            var file = write(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> GgufFile.read(file))
                    .isInstanceOf(GgufException.class)
                    .hasMessageMatching("(?s).*(is cut short|is not a GGUF file|more than the file can hold).*");
        }
        assertRefused(write(Arrays.copyOf(whole, whole.length - 1)), "and the file has " + (whole.length - 1) + ".");
    }

    @Test
    void countsBeyondTheFileAreRefusedWithTheirPlace() throws IOException {
        assertRefused(write(changed(8, 0x7FFFFFFF)), "at byte 8: the number of tensors is ");
        assertRefused(write(changed(16, 0x7FFFFFFF)), "at byte 16: the number of metadata entries is ");
        assertRefused(write(changed(28, -1)), "at byte 24: the length of a metadata key is ");
    }

    @Test
    void aVocabularyThatDisagreesWithItselfIsRefused() throws IOException {
        int scores = find("tokenizer.ggml.scores") + "tokenizer.ggml.scores".length();
        var mistyped = whole.clone();
        mistyped[scores + 4] = (byte) GgufType.UINT32.ordinal();
        assertRefused(write(mistyped), "tokenizer.ggml.scores does not have one FLOAT32 for each of the ");
        int end = find("tokenizer.ggml.eos_token_id") + "tokenizer.ggml.eos_token_id".length();
        assertRefused(write(changed(end + 4, 1_000_000)), "tokenizer.ggml.eos_token_id is 1000000, and there are ");
    }

    @Test
    void aShapeThatWouldDivideByZeroIsRefused() throws IOException {
        int heads = find("llama.attention.head_count") + "llama.attention.head_count".length();
        assertRefused(write(changed(heads + 4, 0)), "llama.attention.head_count is 0, outside 1 to ");
    }

    private byte[] changed(int at, int value) {
        var bytes = whole.clone();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return bytes;
    }

    private static int find(String text) {
        return new String(whole, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("model.gguf"), bytes);
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> GgufFile.read(file))
                .isInstanceOf(GgufException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
    }
}
