package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.Engine.Message;
import dev.thoughtscope.engine.EngineException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.List;

/// A model's chat format, written by the library, which knows the common templates by sight.
record ChatTemplate(LlamaLibrary library, String template) {
    /// @throws EngineException if there is no template or the library does not know it
    String render(List<Message> messages) {
        if (template.isEmpty()) {
            throw new EngineException("This model's file has no chat template.");
        }
        try (var arena = Arena.ofConfined()) {
            var chat = arena.allocate(ValueLayout.ADDRESS, 2L * messages.size() + 1);
            int room = 1024;
            for (int i = 0; i < messages.size(); i++) {
                var message = messages.get(i);
                chat.setAtIndex(ValueLayout.ADDRESS, 2L * i, arena.allocateFrom(message.role()));
                chat.setAtIndex(ValueLayout.ADDRESS, 2L * i + 1, arena.allocateFrom(message.content()));
                room += 4 * message.content().length() + 64;
            }
            var source = arena.allocateFrom(template);
            var buffer = arena.allocate(room);
            int length = library.models().chat(source, chat, messages.size(), buffer);
            if (length > room) {
                buffer = arena.allocate(length);
                length = library.models().chat(source, chat, messages.size(), buffer);
            }
            if (length < 0) {
                throw new EngineException("llama.cpp cannot write this model's chat template.");
            }
            return new String(buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE),
                    java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
