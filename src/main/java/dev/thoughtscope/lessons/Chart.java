package dev.thoughtscope.lessons;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// How many problems were solved with how much thinking: a file of lines `simulations,right,tried`.
///
/// @param points in order of their simulations
public record Chart(List<Point> points) {
    public static final Chart NONE = new Chart(List.of());
    private static final int MOST = 100;
    private static final String HEAD = "simulations,right,tried";
    private static final Pattern LINE = Pattern.compile("(\\d{1,6}),(\\d{1,6}),(\\d{1,6})");
    /// Quantile of the standard normal distribution for 95 %.
    private static final double Z = 1.959964;

    public Chart {
        points = List.copyOf(points);
    }

    public record Point(int simulations, int right, int tried) {
        public double share() {
            return (double) right / tried;
        }

        /// Lower end of the 95 % interval. Wilson, "Probable inference", 1927.
        public double low() {
            return middle() - half();
        }

        public double high() {
            return middle() + half();
        }

        private double middle() {
            return (share() + Z * Z / (2 * tried)) / (1 + Z * Z / tried);
        }

        private double half() {
            double p = share();
            return Z * Math.sqrt(p * (1 - p) / tried + Z * Z / (4.0 * tried * tried)) / (1 + Z * Z / tried);
        }
    }

    /// @throws IndexOutOfBoundsException if nothing was measured with so many simulations
    Point at(int simulations) {
        return points.stream()
                .filter(point -> point.simulations() == simulations)
                .findFirst()
                .orElseThrow(IndexOutOfBoundsException::new);
    }

    /// @throws IOException if it is no such table; its message is one sentence
    static Chart read(String name, InputStream bytes) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)).lines().limit(MOST + 2).toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(HEAD) || lines.size() > MOST + 1) {
            throw new IOException("The table " + name + " does not begin with " + HEAD + ", or has more than " + MOST + " lines.");
        }
        var points = new ArrayList<Point>();
        for (String line : lines.subList(1, lines.size())) {
            var match = LINE.matcher(line.strip());
            if (!match.matches() || number(match.group(2)) > number(match.group(3)) || number(match.group(3)) == 0) {
                throw new IOException("Line " + (points.size() + 2) + " of " + name + " is not " + HEAD + ".");
            }
            points.add(new Point(number(match.group(1)), number(match.group(2)), number(match.group(3))));
        }
        return new Chart(points);
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }
}
