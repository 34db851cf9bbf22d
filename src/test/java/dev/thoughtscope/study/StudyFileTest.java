package dev.thoughtscope.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.study.data.DatasetFormat;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyFileTest {
    private static final String WHOLE =
            """
            {
              "thoughtscope": "study", "version": 1, "name": "All",
              "dataset": {"path": ["a.jsonl", "b/c.jsonl"], "format": "gsm8k", "limit": 60, "bad-lines": "stop"},
              "checker": "number", "dialect": "marco-o1", "seeds": [1, 2], "max-tokens": 300, "keep-logs": false,
              "methods": [
                {"method": "direct"},
                {"method": "cot", "style": "quick", "reflect": true},
                {"method": "greedy"},
                {"method": "self-consistency", "budgets": [1, 2, 4]},
                {"method": "best-of-n", "temperature": 0.7, "budgets": 8},
                {"method": "mcts", "action": "mini-step-64", "budgets": [4, 8], "reflect": true},
                {"method": "mcts", "name": "wide", "width": 8, "parallel": 2, "budgets": [2]}
              ]
            }
            """;

    private static Study parse(String text) throws StudyFileException {
        return StudyFile.parse(Path.of("studies/s.json"), text);
    }

    @Test
    void everythingThatAStudyCanSay() throws StudyFileException {
        var study = parse(WHOLE);
        assertThat(study.datasets()).containsExactly(Path.of("studies/a.jsonl"), Path.of("studies/b/c.jsonl"));
        assertThat(study.format()).isEqualTo(DatasetFormat.GSM8K);
        assertThat(study.check()).isEqualTo(AnswerCheck.NUMBER);
        assertThat(study.seeds()).containsExactly(1L, 2L);
        assertThat(study.skipBadLines()).isFalse();
        assertThat(study.methods()).extracting(Method::name).containsExactly(
                "direct", "cot-quick+reflect", "greedy", "self-consistency", "best-of-n", "mcts-mini-step-64+reflect", "wide");
        assertThat(study.methods().get(1).opening()).isEqualTo("Quick look.");
        assertThat(study.methods().get(2).temperature()).isZero();
        assertThat(study.methods().get(3).budgets()).isEqualTo(List.of(1, 2, 4));
        assertThat(study.methods().get(3).temperature()).isEqualTo(Method.RECOMMENDED);
        assertThat(study.methods().get(4).budget()).isEqualTo(8);
    }

    @Test
    void theStudyThatShipsCanBeRead() throws StudyFileException {
        var study = StudyFile.shipped(Path.of("models"));
        assertThat(study.datasets()).allMatch(path -> path.startsWith(Path.of("models", "heldout")));
        assertThat(study.methods()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "version": 1                    | "version": 2                    | line 2: "version" must be a whole number of 1 to 1
            "limit": 60                     | "limit": 0                      | line 3: "limit" must be a whole number of 1 to 1000000
            "limit": 60                     | "limit": 0e26351154128          | line 3: a number has an exponent that no study needs
            "checker": "number"             | "exact": true                   | line 4: "exact" must be "never", "where-possible" or "always"
            "limit": 60                     | "limitt": 60                    | line 3: "dataset" has no "limitt": it may have path, format, limit, bad-lines
            "gsm8k"                         | "gsm9k"                         | line 3: there is no dataset format "gsm9k": choose jsonl, gsm8k
            "stop"                          | "ignore"                        | line 3: "bad-lines" must be "skip" or "stop"
            "checker": "number"             | "checker": "vibes"              | line 4: there is no checker "vibes": choose auto, exact, number
            "dialect": "marco-o1"           | "dialect": "klingon"            | line 4: there is no dialect "klingon": choose marco-o1
            "seeds": [1, 2]                 | "seeds": [1, 1]                 | line 4: the seed 1 is there twice
            "method": "direct"              | "method": "direkt"              | line 6: there is no method "direkt": choose greedy, direct, cot
            {"method": "direct"}            | {"method": "direct", "reflect": true} | line 6: a direct answer has no thought
            "style": "quick"                | "style": "slow"                 | line 7: there is no style "slow": choose quick, step or careful
            {"method": "greedy"}            | {"method": "greedy", "budgets": [2]} | line 8: at temperature 0 each attempt is the same
            [1, 2, 4]                       | [1, 4, 2]                       | line 9: "budgets" must rise
            "temperature": 0.7              | "temperature": -1               | line 10: "temperature" must be a number of 0.0 to 5.0
            "mini-step-64"                  | "leap"                          | line 11: There is no action "leap"
            [4, 8]                          | [4, 6]                          | line 11: simulations run 4 at a time
            "name": "wide"                  | "name": "greedy"                | line 12: a method named "greedy" is there twice
            "parallel": 2                   | "paralell": 2                   | line 12: a method has no "paralell": it may have method, style
            "name": "All",                  | "name": "All"                   | line 3: Unexpected character
            """)
    void mistakesAreToldByLine(String right, String wrong, String told) {
        String text = WHOLE.replace(right, wrong);
        assertThat(text).isNotEqualTo(WHOLE);
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(StudyFileException.class)
                .hasMessageContaining(told)
                .hasMessageStartingWith(Path.of("studies/s.json") + ", line ");
    }

    @Test
    void whatIsNoStudyAtAll() {
        assertThatThrownBy(() -> parse("")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> parse("[]")).hasMessageContaining("line 1: a study must be an object in braces");
        assertThatThrownBy(() -> parse("{}")).hasMessageContaining("a study needs \"thoughtscope\"");
        assertThatThrownBy(() -> parse("[".repeat(100_000))).isInstanceOf(StudyFileException.class);
        assertThatThrownBy(() -> StudyFile.read(Path.of("nowhere.json"))).hasMessage("There is no file nowhere.json.");
    }
}
