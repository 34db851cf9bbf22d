package dev.thoughtscope.lessons;

import java.util.List;

/// A piece of a lesson's text.
public sealed interface Block {
    record Paragraph(List<Inline> text) implements Block {
        public Paragraph {
            text = List.copyOf(text);
        }
    }

    record Items(boolean numbered, List<List<Block>> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Quote(List<Block> text) implements Block {
        public Quote {
            text = List.copyOf(text);
        }
    }

    /// Text as it is written, in a font of equal widths.
    record Code(List<Inline> text) implements Block {
        public Code {
            text = List.copyOf(text);
        }
    }

    /// @param rows the first one is the head
    record Table(List<List<List<Inline>>> rows) implements Block {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /// Text in one style, or a figure of the run.
    sealed interface Inline {
        boolean strong();

        boolean code();
    }

    record Words(String text, boolean strong, boolean emphasised, boolean code) implements Inline {}

    /// A number or a text that is read from the run when the step is shown.
    record Read(Figure figure, boolean strong, boolean code) implements Inline {}
}
