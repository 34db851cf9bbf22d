package dev.thoughtscope.probe;

import java.util.Locale;

/// A strip as comma-separated values (RFC 4180), one token a line; what is not measured is empty.
public final class StripCsv {
    private static final String HEAD = "index,text,id,entropy,log_prob,gain,best,divergence,confidence,thought\r\n";

    private StripCsv() {}

    public static String of(StripResult result) {
        var csv = new StringBuilder(HEAD);
        result.positions().forEach(position -> line(csv, position));
        return csv.toString();
    }

    private static void line(StringBuilder csv, Position position) {
        csv.append(position.index()).append(',');
        csv.append(quoted(position.text())).append(',');
        csv.append(position.id()).append(',');
        csv.append(number(position.entropy())).append(',');
        csv.append(number(position.logProb())).append(',');
        csv.append(number(position.gain())).append(',');
        csv.append(number(position.best()));
        if (position.isMeasured()) {
            var best = position.thoughts().getFirst();
            csv.append(',').append(number(best.divergence()));
            csv.append(',').append(number(best.confidence()));
            csv.append(',').append(quoted(best.text()));
        } else {
            csv.append(",,,");
        }
        csv.append("\r\n");
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6f", value) : "";
    }

    /// A text that a table program would take for a formula is kept from being one by the quotes and a space.
    private static String quoted(String text) {
        String safe = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? " " + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
