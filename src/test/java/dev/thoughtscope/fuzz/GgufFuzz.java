package dev.thoughtscope.fuzz;

import dev.thoughtscope.gguf.GgufException;
import dev.thoughtscope.gguf.GgufFile;

/// A header either passes, its tensors inside the file, or is refused in a sentence.
public final class GgufFuzz {
    private static final Scratch FILE = new Scratch(".gguf");

    private GgufFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            var file = GgufFile.read(FILE.with(bytes));
            for (var tensor : file.tensors()) {
                if (tensor.offset() < 0 || tensor.bytes() < 0 || tensor.offset() + tensor.bytes() > bytes.length) {
                    throw new AssertionError(tensor + " lies outside a file of " + bytes.length + " bytes");
                }
            }
        } catch (GgufException refused) {
            // A sentence, as it should be.
        }
    }
}
