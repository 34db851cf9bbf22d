package dev.thoughtscope.session;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The line of a session file that says which moments a person marked, by how many events had happened: `{"marks":[12,400]}`.
/// It stands behind all events.
final class Marks {
    /// More than a hand can set in a day.
    private static final int MOST = 10_000;
    private static final int DIGITS = 10;
    static final String START = "{\"marks\":[";
    private static final String END = "]}";

    private Marks() {}

    static String line(Collection<Integer> moments) {
        return moments.stream().limit(MOST).map(String::valueOf).collect(Collectors.joining(",", START, END));
    }

    /// Empty if the line is none of marks.
    static Optional<SortedSet<Integer>> read(byte[] line) {
        String text = line.length > MOST * DIGITS ? "" : new String(line, StandardCharsets.ISO_8859_1);
        if (!text.startsWith(START) || !text.endsWith(END)) {
            return Optional.empty();
        }
        var marks = new TreeSet<Integer>();
        for (String number : text.substring(START.length(), text.length() - END.length()).split(",")) {
            if (!number.isEmpty() && (number.length() >= DIGITS || !number.chars().allMatch(sign -> sign >= '0' && sign <= '9'))) {
                return Optional.empty();
            }
            if (!number.isEmpty()) {
                marks.add(Integer.valueOf(number));
            }
        }
        return Optional.of(marks);
    }
}
