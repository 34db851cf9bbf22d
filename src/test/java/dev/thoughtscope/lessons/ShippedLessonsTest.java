package dev.thoughtscope.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/// Every lesson that ships says of its recorded runs what is so. [Course#load] checks each node, token and figure that
/// it names, each claim, and each right choice.
class ShippedLessonsTest {
    static List<String> names() throws IOException {
        return Shelf.shipped().names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theLessonInEnglishAgreesWithItsRuns(String name) throws Exception {
        whole(name, "en");
    }

    @ParameterizedTest
    @MethodSource("names")
    void theLessonInGermanAgreesWithItsRuns(String name) throws Exception {
        whole(name, "de");
    }

    @ParameterizedTest
    @MethodSource("names")
    void bothLanguagesShowAndAskTheSame(String name) throws Exception {
        var english = Shelf.shipped().lesson(name, "en");
        var german = Shelf.shipped().lesson(name, "de");
        assertThat(german.title()).isNotEqualTo(english.title());
        assertThat(german.minutes()).isEqualTo(english.minutes());
        assertThat(german.steps()).hasSameSizeAs(english.steps());
        for (int i = 0; i < english.steps().size(); i++) {
            var one = english.steps().get(i);
            var other = german.steps().get(i);
            assertThat(other.scene().withTargets(0, other.scene().targets()))
                    .as("step %d", i + 1)
                    .isEqualTo(one.scene().withTargets(0, one.scene().targets()));
            assertThat(other.question().map(ShippedLessonsTest::answers))
                    .isEqualTo(one.question().map(ShippedLessonsTest::answers));
            assertThat(other.claims().stream().map(claim -> claim.figure() + claim.wanted()))
                    .containsExactlyElementsOf(one.claims().stream().map(claim -> claim.figure() + claim.wanted()).toList());
        }
    }

    private static List<String> answers(Question question) {
        return question.choices().stream().map(choice -> choice.tag() + choice.right()).toList();
    }

    private static void whole(String name, String language) throws Exception {
        var lesson = Shelf.shipped().lesson(name, language);
        assertThat(lesson.language()).isEqualTo(language);
        assertThat(lesson.summary()).isNotBlank();
        assertThat(lesson.questions()).isPositive();
        var course = Course.load(lesson, Library.shipped());
        for (var step : lesson.steps()) {
            var facts = course.facts(step.scene(), Locale.of(language));
            assertThat(facts.plain(step.text())).doesNotContain("{", "}");
        }
    }

    @Test
    void thereAreSixAtLeast() throws Exception {
        assertThat(names()).hasSizeGreaterThanOrEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"carrots", "coins", "gym", "train", "bakery", "juice"})
    void aRecordedRunIsSmallAndTellsNothingOfTheMachineThatRecordedIt(String name) throws Exception {
        try (var bytes = Library.shipped().open("runs/" + name + ".thoughts")) {
            byte[] all = bytes.readAllBytes();
            assertThat(all.length).isLessThan(200_000);
            assertThat(new String(all, java.nio.charset.StandardCharsets.UTF_8)).contains("\"file\":\"thoughtscope-small.gguf\"");
        }
    }
}
