package dev.thoughtscope.engine.llama;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// A release is known by the defaults that it writes, and no other is taken for it.
class LibraryLayoutTest {
    private static final byte FILLER = (byte) 0xCC;

    @Test
    void theStructsAreAsLargeAsTheReleasesWriteThem() {
        assertThat(LibraryLayout.B4916.modelParams().size()).isEqualTo(64);
        assertThat(LibraryLayout.B4916.contextParams().size()).isEqualTo(120);
        assertThat(LibraryLayout.B10573.modelParams().size()).isEqualTo(72);
        assertThat(LibraryLayout.B10573.contextParams().size()).isEqualTo(160);
        assertThat(LibraryLayout.V0_5.modelParams().size()).isEqualTo(80);
        assertThat(LibraryLayout.V0_5.contextParams().size()).isEqualTo(160);
    }

    /// The defaults of b4916's `llama_context_params`, written by hand at the offsets of its header.
    @Test
    void theDefaultsOfOneReleaseAreRecognisedAndNothingElse() {
        assertThat(knows(context -> {})).containsExactly("b4916");
        assertThat(knows(context -> context.set(ValueLayout.JAVA_INT, 4, 512))).as("another batch size").isEmpty();
        assertThat(knows(context -> context.set(ValueLayout.JAVA_BYTE, 98, (byte) 0))).as("another flag").isEmpty();
        assertThat(knows(context -> context.set(ValueLayout.JAVA_LONG, 120, 0))).as("a longer struct").isEmpty();
    }

    private static List<String> knows(Consumer<MemorySegment> change) {
        try (var arena = Arena.ofConfined()) {
            var context = arena.allocate(512, 16).fill(FILLER);
            context.asSlice(0, 120).fill((byte) 0);
            Map<Integer, Integer> ints = new HashMap<>(Map.of(0, 512, 4, 2048, 8, 512, 12, 1, 16, 4, 20, 4, 24, -1, 28, -1));
            ints.put(32, -1);
            ints.put(88, 1);
            ints.put(92, 1);
            ints.forEach((offset, value) -> context.set(ValueLayout.JAVA_INT, offset, value));
            Map.of(44, -1f, 48, 1f, 52, 32f, 56, 1f, 64, -1f)
                    .forEach((offset, value) -> context.set(ValueLayout.JAVA_FLOAT, offset, value));
            context.set(ValueLayout.JAVA_BYTE, 98, (byte) 1);
            context.set(ValueLayout.JAVA_BYTE, 100, (byte) 1);
            change.accept(context);
            return LibraryLayout.ALL.stream()
                    .filter(layout -> layout.contextParams().matches(context, FILLER))
                    .map(LibraryLayout::name)
                    .toList();
        }
    }
}
