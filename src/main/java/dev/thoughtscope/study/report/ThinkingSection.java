package dev.thoughtscope.study.report;

import dev.thoughtscope.study.StudyFolder;
import dev.thoughtscope.study.corpus.KindGains;
import dev.thoughtscope.study.corpus.TextGain;
import java.util.List;
import java.util.Locale;

/// Where thinking helps: gain by kind of token over the study's texts.
final class ThinkingSection {
    private static final int MOST_PLACES = 24;
    private static final int AROUND = 40;

    private ThinkingSection() {}

    static boolean fits(StudyFolder.Contents contents) {
        return contents.manifest().thinking().texts() > 0;
    }

    static Section of(StudyFolder.Contents contents) {
        var plan = contents.manifest().thinking();
        var texts = contents.thinking();
        var rows = KindGains.of(texts);
        long failed = texts.stream().filter(text -> !text.failure().isEmpty()).count();
        String measured = texts.size() - failed + " of " + plan.texts() + " texts of " + plan.file() + ": before each token one"
                + " thought of at most " + plan.thoughtTokens() + " tokens, and how much more probable it makes the "
                + plan.ahead() + " tokens that follow, in nats, in the manner of Quiet-STaR. Intervals are a bootstrap over texts.";
        String trouble = failed == 0
                ? ""
                : failed + " texts could not be measured: "
                        + texts.stream().map(TextGain::failure).filter(why -> !why.isEmpty()).findFirst().orElse("");
        var table = new Table.Builder(
                "thinking", 1, "kind of token", "tokens", "texts", "mean gain, nats", "tokens that gain", "surprise without, nats");
        for (var row : rows) {
            table.row(
                    KindNames.of(row.kind()),
                    String.valueOf(row.tokens()),
                    String.valueOf(row.gain().n()),
                    Format.nats(row.gain()),
                    Format.percent(row.helped()),
                    Format.number(row.surprise(), 2));
        }
        return new Section(
                "Where thinking helps",
                failed == 0 ? List.of(measured) : List.of(measured, trouble),
                rows.isEmpty() ? List.of() : List.of(new Section.Chart("thinking", true, GainChart.svg(rows))),
                rows.isEmpty() ? List.of() : List.of(table.build(), places(rows, texts)));
    }

    private static Table places(List<KindGains.Row> rows, List<TextGain> texts) {
        var table = new Table.Builder("thinking-places", 4, "kind", "text", "token", "thought", "gain, nats");
        for (var row : rows) {
            for (var place : KindGains.places(texts, row.kind(), MOST_PLACES / rows.size())) {
                var token = place.token();
                String text = place.text().text();
                String before = text.substring(Math.max(0, token.from() - AROUND), token.from());
                table.row(
                        KindNames.of(row.kind()),
                        (token.from() > AROUND ? "…" : "") + before,
                        text.substring(token.from(), token.to()),
                        token.thought(),
                        String.format(Locale.ROOT, "%+.2f", token.gain()));
            }
        }
        return table.build();
    }
}
