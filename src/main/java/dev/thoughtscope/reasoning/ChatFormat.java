package dev.thoughtscope.reasoning;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.Engine.Message;
import dev.thoughtscope.engine.EngineException;
import java.util.List;

/// Conversations as text where a model's own chat template cannot be written: the common formats, told apart by the
/// control tokens that a model's vocabulary has.
enum ChatFormat {
    CHATML("ChatML", "<|im_start|>", "<|im_start|>%s\n%s<|im_end|>\n", "<|im_start|>assistant\n"),
    LLAMA3(
            "Llama 3's format",
            "<|start_header_id|>",
            "<|start_header_id|>%s<|end_header_id|>\n\n%s<|eot_id|>",
            "<|start_header_id|>assistant<|end_header_id|>\n\n"),
    GEMMA("Gemma's format", "<start_of_turn>", "<start_of_turn>%s\n%s<end_of_turn>\n", "<start_of_turn>model\n"),
    DEEPSEEK("DeepSeek's format", "<\uff5cUser\uff5c>", "", "<\uff5cAssistant\uff5c>"),
    PLAIN("plain text", "", "", "Answer:");

    private final String words;
    private final String control;
    private final String turn;
    private final String opening;

    /// @param words as in "the question is put in …"
    /// @param control a control token that shows the format
    /// @param turn role and content of a message
    /// @param opening of the assistant's turn
    ChatFormat(String words, String control, String turn, String opening) {
        this.words = words;
        this.control = control;
        this.turn = turn;
        this.opening = opening;
    }

    /// @param notice a sentence where the template could not be written, else empty
    record Written(String text, String notice) {}

    /// By the model's template, else by what its vocabulary shows.
    ///
    /// @throws EngineException if the engine cannot be reached
    static Written write(Engine engine, List<Message> messages) {
        try {
            return new Written(engine.chat(messages), "");
        } catch (EngineException refused) {
            var format = of(engine);
            return new Written(
                    format.text(messages),
                    refused.getMessage() + " The question is put in " + format.words + " instead"
                            + (format == PLAIN ? ", as for a model that knows no conversation." : ", whose marks the model knows."));
        }
    }

    private static ChatFormat of(Engine engine) {
        for (var format : values()) {
            if (!format.control.isEmpty() && engine.tokenize(format.control, true, false).length() == 1) {
                return format;
            }
        }
        return PLAIN;
    }

    private String text(List<Message> messages) {
        var text = new StringBuilder();
        for (var message : messages) {
            text.append(turn(message));
        }
        return text.append(opening).toString();
    }

    private String turn(Message message) {
        return switch (this) {
            case CHATML, LLAMA3 -> turn.formatted(message.role(), message.content());
            case GEMMA -> turn.formatted(message.role().equals("assistant") ? "model" : "user", message.content());
            case DEEPSEEK -> switch (message.role()) {
                case "user" -> control + message.content();
                case "assistant" -> opening + message.content() + "<\uff5cend\u2581of\u2581sentence\uff5c>";
                default -> message.content();
            };
            case PLAIN -> switch (message.role()) {
                case "user" -> "Question: " + message.content() + "\n";
                case "assistant" -> opening + " " + message.content() + "\n\n";
                default -> message.content() + "\n\n";
            };
        };
    }
}
