package dev.thoughtscope.reasoning;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Judges answers to "add one pair of parentheses so that the expression has this value".
///
/// An answer is right if it has the puzzle's numbers and operators in their order, exactly one pair of parentheses
/// around at least two of the numbers, and the target as its value. All arithmetic is exact.
public final class BracketChecker {
    private static final String NUMBER = "\\d{1,18}";
    private static final String OPERATOR = "\\s*[-+*\u00d7\u00b7\u2217\u2212\u2013]\\s*";
    private static final Pattern EXPRESSION = Pattern.compile(NUMBER + "(?:" + OPERATOR + NUMBER + "){1,63}");
    private static final Pattern TARGET = Pattern.compile(
            "^[^0-9]{0,40}?(?:=|equals?|make|makes|get|gives?|is|be|becomes)\\s*(?<value>-?\\d{1,36}+)(?!\\.\\d)");
    private static final int LONGEST = 2000;

    private final List<BigInteger> numbers;
    private final String operators;
    private final BigInteger target;

    /// @param open index of the first number inside the parentheses, -1 without any
    /// @param close index of the last one
    private record Parsed(List<BigInteger> numbers, String operators, int open, int close) {
        boolean hasOnePair() {
            return open >= 0 && close > open;
        }
    }

    private BracketChecker(List<BigInteger> numbers, String operators, BigInteger target) {
        this.numbers = List.copyOf(numbers);
        this.operators = operators;
        this.target = target;
    }

    /// The puzzle that a question states: its first expression and the value named after it.
    public static Optional<BracketChecker> ofQuestion(String question) {
        var expression = EXPRESSION.matcher(question);
        if (!expression.find()) {
            return Optional.empty();
        }
        var target = TARGET.matcher(question.substring(expression.end()));
        return target.find()
                ? parse(expression.group())
                        .map(parsed -> new BracketChecker(
                                parsed.numbers(), parsed.operators(), new BigInteger(target.group("value"))))
                : Optional.empty();
    }

    /// The puzzle that a right answer solves.
    public static Optional<BracketChecker> ofSolution(String solution) {
        return parse(solution)
                .filter(Parsed::hasOnePair)
                .map(parsed -> new BracketChecker(parsed.numbers(), parsed.operators(), value(parsed)));
    }

    public boolean isRight(String answer) {
        return parse(answer)
                .filter(Parsed::hasOnePair)
                .filter(parsed -> parsed.numbers().equals(numbers) && parsed.operators().equals(operators))
                .filter(parsed -> value(parsed).equals(target))
                .isPresent();
    }

    public BigInteger target() {
        return target;
    }

    /// Value of the expression as it stands, without parentheses.
    public BigInteger plainValue() {
        return value(new Parsed(numbers, operators, -1, -1));
    }

    /// All ways to add one pair of parentheses around two or more numbers, `n (n - 1) / 2` of them.
    public List<String> placements() {
        var all = new ArrayList<String>();
        for (int open = 0; open < numbers.size(); open++) {
            for (int close = open + 1; close < numbers.size(); close++) {
                all.add(written(open, close));
            }
        }
        return all;
    }

    /// Those placements that give the target.
    public List<String> solutions() {
        return placements().stream().filter(this::isRight).toList();
    }

    private String written(int open, int close) {
        var text = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            text.append(i == open ? "(" : "").append(numbers.get(i)).append(i == close ? ")" : "");
            if (i < operators.length()) {
                text.append(' ').append(operators.charAt(i)).append(' ');
            }
        }
        return text.toString();
    }

    private static BigInteger value(Parsed parsed) {
        if (parsed.open() < 0) {
            return flat(parsed.numbers(), parsed.operators());
        }
        var outer = new ArrayList<>(parsed.numbers());
        var inside = outer.subList(parsed.open(), parsed.close() + 1);
        var inner = flat(inside, parsed.operators().substring(parsed.open(), parsed.close()));
        inside.clear();
        outer.add(parsed.open(), inner);
        return flat(outer, parsed.operators().substring(0, parsed.open()) + parsed.operators().substring(parsed.close()));
    }

    /// Products first, then sums from left to right.
    private static BigInteger flat(List<BigInteger> numbers, String operators) {
        var sum = BigInteger.ZERO;
        var product = numbers.getFirst();
        for (int i = 0; i < operators.length(); i++) {
            var next = numbers.get(i + 1);
            switch (operators.charAt(i)) {
                case '*' -> product = product.multiply(next);
                case '+' -> {
                    sum = sum.add(product);
                    product = next;
                }
                default -> {
                    sum = sum.add(product);
                    product = next.negate();
                }
            }
        }
        return sum.add(product);
    }

    /// Empty if the text is anything else than such an expression; an equals sign and what follows it are passed over.
    private static Optional<Parsed> parse(String answer) {
        if (answer.length() > LONGEST) {
            return Optional.empty();
        }
        int equals = answer.indexOf('=');
        String text = (equals < 0 ? answer : answer.substring(0, equals))
                .replaceAll("[\u00d7\u00b7\u2217]", "*")
                .replaceAll("[\u2212\u2013]", "-")
                .strip();
        if (!text.matches("(?:\\(\\s*)?" + NUMBER + "(?:\\s*[-+*]\\s*(?:\\(\\s*)?" + NUMBER + "(?:\\s*\\))?){1,63}")) {
            return Optional.empty();
        }
        return read(text.replaceAll("\\s", ""));
    }

    private static Optional<Parsed> read(String text) {
        var numbers = new ArrayList<BigInteger>();
        var operators = new StringBuilder();
        int open = -1;
        int close = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                int end = i;
                while (end < text.length() && Character.isDigit(text.charAt(end))) {
                    end++;
                }
                numbers.add(new BigInteger(text.substring(i, end)));
                i = end - 1;
            } else if (c == '(') {
                if (open >= 0) {
                    return Optional.empty();
                }
                open = numbers.size();
            } else if (c == ')') {
                if (open < 0 || close >= 0) {
                    return Optional.empty();
                }
                close = numbers.size() - 1;
            } else {
                operators.append(c);
            }
        }
        boolean closed = open < 0 || close >= 0;
        return closed ? Optional.of(new Parsed(numbers, operators.toString(), open, close)) : Optional.empty();
    }
}
