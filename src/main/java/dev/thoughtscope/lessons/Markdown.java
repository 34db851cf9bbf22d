package dev.thoughtscope.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// Reads the text of a lesson: CommonMark with tables. HTML stays text, links are their words, pictures are refused:
/// a lesson can come from anyone.
final class Markdown {
    private static final int DEEPEST = 8;
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

    private final Parser parser = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEEPEST * 3)
            .build();

    /// @throws LessonException if it holds what a lesson cannot show
    List<Block> blocks(String text, int line) throws LessonException {
        try {
            return blocks(parser.parse(text), 0);
        } catch (IllegalArgumentException wrong) {
            throw LessonException.at(line, "in the text from here on, " + wrong.getMessage() + ".");
        }
    }

    private static List<Block> blocks(Node parent, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("lists and quotes lie more than " + DEEPEST + " deep");
        }
        var blocks = new ArrayList<Block>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            blocks.add(block(node, depth));
        }
        return blocks;
    }

    private static Block block(Node node, int depth) {
        return switch (node) {
            case Paragraph paragraph -> new Block.Paragraph(inlines(paragraph));
            case BulletList list -> new Block.Items(false, items(list, depth));
            case OrderedList list -> new Block.Items(true, items(list, depth));
            case BlockQuote quote -> new Block.Quote(blocks(quote, depth + 1));
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case HtmlBlock html -> new Block.Paragraph(words(html.getLiteral(), new Style(false, false, false)));
            case TableBlock table -> table(table);
            case Heading _ -> throw new IllegalArgumentException("a heading begins with more than one #");
            default -> throw new IllegalArgumentException("there is something that a lesson cannot show");
        };
    }

    private static List<List<Block>> items(Node list, int depth) {
        var items = new ArrayList<List<Block>>();
        for (var item = list.getFirstChild(); item instanceof ListItem; item = item.getNext()) {
            items.add(blocks(item, depth + 1));
        }
        return items;
    }

    private static Block.Code code(String literal) {
        return new Block.Code(words(literal.stripTrailing(), new Style(false, false, true)));
    }

    private static Block.Table table(TableBlock table) {
        var rows = new ArrayList<List<List<Block.Inline>>>();
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (var row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                var cells = new ArrayList<List<Block.Inline>>();
                for (var cell = row.getFirstChild(); cell instanceof TableCell; cell = cell.getNext()) {
                    cells.add(inlines(cell));
                }
                rows.add(cells);
            }
        }
        return new Block.Table(rows);
    }

    private record Style(boolean strong, boolean emphasised, boolean code) {}

    private static List<Block.Inline> inlines(Node parent) {
        var inlines = new ArrayList<Block.Inline>();
        collect(parent, new Style(false, false, false), 0, inlines);
        return inlines;
    }

    private static void collect(Node parent, Style style, int depth, List<Block.Inline> into) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("emphasis lies more than " + DEEPEST + " deep");
        }
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> into.addAll(words(text.getLiteral(), style));
                case Code code -> into.addAll(words(code.getLiteral(), new Style(style.strong(), false, true)));
                case HtmlInline html -> into.addAll(words(html.getLiteral(), style));
                case SoftLineBreak _ -> into.addAll(words(" ", style));
                case HardLineBreak _ -> into.addAll(words("\n", style));
                case StrongEmphasis strong -> collect(strong, new Style(true, style.emphasised(), false), depth + 1, into);
                case Emphasis emphasis -> collect(emphasis, new Style(style.strong(), true, false), depth + 1, into);
                case Link link -> collect(link, style, depth + 1, into);
                default -> throw new IllegalArgumentException("there is a picture or something else that a lesson cannot show");
            }
        }
    }

    private static List<Block.Inline> words(String text, Style style) {
        var inlines = new ArrayList<Block.Inline>();
        var braces = BRACES.matcher(text);
        int from = 0;
        while (braces.find()) {
            add(inlines, text.substring(from, braces.start()), style);
            inlines.add(new Block.Read(Figure.parse(braces.group(1)), style.strong(), style.code()));
            from = braces.end();
        }
        add(inlines, text.substring(from), style);
        return inlines;
    }

    private static void add(List<Block.Inline> inlines, String text, Style style) {
        if (!text.isEmpty()) {
            inlines.add(new Block.Words(text, style.strong(), style.emphasised(), style.code()));
        }
    }
}
