package dev.thoughtscope.viewmodel.log;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// What happened as a text that can be shown to others: no question, no words of a model, no names of folders.
public final class Report {
    private static final int LAST = 200;
    private static final int QUOTED = 24;
    /// Between any kind of quotation marks.
    private static final Pattern QUOTE =
            Pattern.compile("[\"\u201c\u201e\u00ab]([^\"\u201d\u201c\u00bb\n]{" + QUOTED + ",})[\"\u201d\u201c\u00bb]");
    private static final Pattern PATH = Pattern.compile("(?:[A-Za-z]:)?(?:[/\\\\][^/\\\\\\s:,;\"']+)*[/\\\\]([^/\\\\\\s:,;\"']+)");
    private static final Pattern KEY = Pattern.compile("(?i)(bearer|api[-_ ]?key|token=|key=)\\s*[:=]?\\s*\\S{8,}");
    private static final Pattern ADDRESS = Pattern.compile("(https?://)(?!127\\.|localhost)[^/\\s:]+");

    private Report() {}

    /// @param machine facts on top, such as versions, by name
    public static String of(SequencedMap<String, String> machine, List<LogLine> lines) {
        var text = new StringBuilder("Thoughtscope report\n");
        machine.forEach((name, value) -> text.append(name).append(": ").append(harmless(value)).append('\n'));
        text.append('\n');
        for (var line : lines.subList(Math.max(0, lines.size() - LAST), lines.size())) {
            text.append(line.time().truncatedTo(ChronoUnit.SECONDS))
                    .append(' ').append(line.severity())
                    .append(' ').append(line.source())
                    .append(": ").append(harmless(line.text()))
                    .append('\n');
        }
        return text.toString();
    }

    /// Quoted texts, names of folders, keys and names of other machines are left out.
    static String harmless(String text) {
        String noKeys = KEY.matcher(text).replaceAll("$1 …");
        String noHosts = ADDRESS.matcher(noKeys).replaceAll("$1…");
        String noQuotes = QUOTE.matcher(noHosts).replaceAll("“…”");
        return PATH.matcher(noQuotes).replaceAll(match -> match.group().startsWith("//") ? "//" + match.group(1) : "…/" + match.group(1));
    }
}
