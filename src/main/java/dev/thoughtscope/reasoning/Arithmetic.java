package dev.thoughtscope.reasoning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads arithmetic out of running text: `3 * (4 + 5) = 27`, chains of equations, `40 % of 200 = 80`.
final class Arithmetic {
    private static final int DEEPEST = 40;
    private static final int LONGEST_NUMBER = 30;

    private final String text;
    private int at;
    private int depth;
    private int operations;

    private Arithmetic(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /// One side of an equation. `operations` is 0 for a plain number.
    record Side(int from, int to, BigDecimal value, int operations) {}

    /// Two neighbouring sides of an equation, at least one of which computes something.
    record Equation(Side left, Side right) {
        /// Whether both sides agree, as far as the shorter one's decimals go.
        boolean holds() {
            int decimals = Math.max(0, right.value.scale());
            var rounded = left.value.setScale(decimals, RoundingMode.HALF_UP);
            var cut = left.value.setScale(decimals, RoundingMode.DOWN);
            return rounded.compareTo(right.value) == 0 || decimals > 0 && cut.compareTo(right.value) == 0
                    || left.value.compareTo(right.value) == 0;
        }
    }

    /// Every equation of a text, in order.
    static List<Equation> equations(String text) {
        var found = new ArrayList<Equation>();
        int from = 0;
        while (from < text.length()) {
            var left = startsSide(text, from) ? side(text, from) : Optional.<Side>empty();
            if (left.isEmpty()) {
                from++;
                continue;
            }
            from = left.get().to();
            for (var right = afterEquals(text, from); right.isPresent(); right = afterEquals(text, from)) {
                if (left.get().operations() + right.get().operations() > 0) {
                    found.add(new Equation(left.get(), right.get()));
                }
                left = right;
                from = right.get().to();
            }
        }
        return found;
    }

    /// A number or bracket that no word or number runs into.
    private static boolean startsSide(String text, int at) {
        char here = text.charAt(at);
        boolean starts = Character.isDigit(here) || here == '(' || here == '-';
        return starts && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '.');
    }

    private static Optional<Side> afterEquals(String text, int from) {
        int at = skipSpaces(text, from);
        return at < text.length() && text.charAt(at) == '=' ? side(text, skipSpaces(text, at + 1)) : Optional.empty();
    }

    private static Optional<Side> side(String text, int from) {
        var reader = new Arithmetic(text, from);
        try {
            var value = reader.sum();
            return Optional.of(new Side(from, reader.at, value, reader.operations));
        } catch (ArithmeticException noExpression) {
            return Optional.empty();
        }
    }

    private BigDecimal sum() {
        var value = product();
        while (true) {
            int before = at;
            char operator = operator("+-−–");
            if (operator == 0) {
                return value;
            }
            Optional<BigDecimal> right = attempt(before, this::product);
            if (right.isEmpty()) {
                return value;
            }
            operations++;
            value = operator == '+' ? value.add(right.get()) : value.subtract(right.get());
        }
    }

    private BigDecimal product() {
        var value = factor();
        while (true) {
            int before = at;
            char operator = operator("*×·/÷");
            if (operator == 0) {
                operator = percentOf();
            }
            if (operator == 0) {
                return value;
            }
            Optional<BigDecimal> right = attempt(before, this::factor);
            if (right.isEmpty()) {
                return value;
            }
            operations++;
            boolean divides = operator == '/' || operator == '÷';
            value = divides ? value.divide(right.get(), MathContext.DECIMAL64) : value.multiply(right.get());
        }
    }

    /// What follows an operator, or nothing, with the place put back, where no value follows it.
    private Optional<BigDecimal> attempt(int before, Supplier<BigDecimal> reader) {
        try {
            return Optional.of(reader.get());
        } catch (ArithmeticException notThere) {
            if (depth > 0) {
                throw notThere;
            }
            at = before;
            return Optional.empty();
        }
    }

    private BigDecimal factor() {
        at = skipSpaces(text, at);
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '−')) {
            at++;
            return number().negate();
        }
        if (at < text.length() && text.charAt(at) == '(') {
            return bracket();
        }
        return number();
    }

    private BigDecimal bracket() {
        if (++depth > DEEPEST) {
            throw new ArithmeticException("too deep");
        }
        at++;
        var value = sum();
        at = skipSpaces(text, at);
        if (at >= text.length() || text.charAt(at) != ')') {
            throw new ArithmeticException("open bracket");
        }
        at++;
        depth--;
        return value;
    }

    private BigDecimal number() {
        if (at < text.length() && text.charAt(at) == '$') {
            at++;
        }
        int from = at;
        while (at < text.length() && isNumberPart(from)) {
            at++;
        }
        if (at == from || at - from > LONGEST_NUMBER) {
            throw new ArithmeticException("no number");
        }
        var value = new BigDecimal(text.substring(from, at).replace(",", ""));
        int percent = skipSpaces(text, at);
        if (percent < text.length() && text.charAt(percent) == '%') {
            at = percent + 1;
            return value.movePointLeft(2);
        }
        return value;
    }

    private boolean isNumberPart(int from) {
        char here = text.charAt(at);
        boolean digitNext = at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
        boolean thousands = here == ',' && at > from && at + 3 < text.length()
                && text.substring(at + 1, at + 4).chars().allMatch(Character::isDigit)
                && (at + 4 >= text.length() || !Character.isDigit(text.charAt(at + 4)));
        boolean point = here == '.' && at > from && digitNext && text.substring(from, at).indexOf('.') < 0;
        return here >= '0' && here <= '9' || thousands || point;
    }

    private char operator(String which) {
        int next = skipSpaces(text, at);
        if (next < text.length() && which.indexOf(text.charAt(next)) >= 0) {
            at = next + 1;
            char found = text.charAt(next);
            return found == '−' || found == '–' ? '-' : found;
        }
        return 0;
    }

    private char percentOf() {
        int next = skipSpaces(text, at);
        if (at > 0 && text.charAt(at - 1) == '%' && text.startsWith("of ", next)) {
            at = next + "of ".length();
            return '*';
        }
        return 0;
    }

    private static int skipSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\u00a0')) {
            at++;
        }
        return at;
    }
}
