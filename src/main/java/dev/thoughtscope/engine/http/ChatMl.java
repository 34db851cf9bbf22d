package dev.thoughtscope.engine.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.thoughtscope.engine.Engine.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A conversation as one text and back: how a branch of a conversation is kept where a server tells no template.
final class ChatMl {
    private static final String START = "<|im_start|>";
    private static final String END = "<|im_end|>";
    static final List<String> MARKS = List.of(START, END);

    private static final Pattern TURN =
            Pattern.compile("<\\|im_start\\|>(\\w+)\n(.*?)(?:<\\|im_end\\|>\n|\\z)", Pattern.DOTALL);

    private ChatMl() {}

    /// Marks inside a message are broken up: words must not become another turn.
    static String write(List<Message> messages) {
        var text = new StringBuilder();
        for (var message : messages) {
            String content = message.content().replace("<|im_", "<| im_");
            text.append(START).append(message.role()).append('\n').append(content).append(END).append('\n');
        }
        return text.append(START).append("assistant\n").toString();
    }

    /// The turns of a text; the last is what the assistant has said so far, perhaps nothing.
    static List<Message> read(String text) {
        var messages = new ArrayList<Message>();
        var turn = TURN.matcher(text);
        while (turn.find()) {
            messages.add(new Message(turn.group(1), turn.group(2)));
        }
        return messages.isEmpty() ? List.of(new Message("user", text), new Message("assistant", "")) : messages;
    }

    static void put(ArrayNode into, List<Message> messages) {
        messages.forEach(message -> into.addObject().put("role", message.role()).put("content", message.content()));
    }
}
