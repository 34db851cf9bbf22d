package dev.thoughtscope.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A lesson of anyone's is read, or refused in a sentence that names the line.
class LessonReaderTest {
    private static final String FRONT = "---\ntitle: A title\nlanguage: en\nrun: runs/carrots.thoughts\nminutes: 5\n---\n";

    @Test
    void aLessonHasStepsWithTextSceneAndQuestion() throws Exception {
        var lesson = LessonReader.read("mine", FRONT + """
                # First

                Some *text* with {value 3}.

                {seek simulation 2}
                {select 3}
                {point node 3}
                {show tokens}

                # Second
                {predict next}
                Which?
                - [ ] {node 1} One
                - [x] {node 2} Two

                Because.
                {end}
                """);
        assertThat(lesson.title()).isEqualTo("A title");
        assertThat(lesson.steps()).hasSize(2);
        var scene = lesson.steps().getFirst().scene();
        assertThat(scene.moment()).isEqualTo(new Moment(Moment.Kind.SIMULATION, 2));
        assertThat(scene.selected()).isEqualTo(3);
        assertThat(scene.targets()).containsExactly(new Target.Node(3));
        assertThat(scene.panel()).isEqualTo(Scene.Panel.TOKENS);
        var second = lesson.steps().getLast();
        assertThat(second.scene().run()).isEqualTo("runs/carrots.thoughts");
        assertThat(second.scene().moment()).isEqualTo(scene.moment());
        assertThat(second.scene().targets()).isEmpty();
        var question = second.question().orElseThrow();
        assertThat(question.choices()).extracting(Question.Choice::node).containsExactly(1, 2);
        assertThat(question.choices().get(1).right()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {seek tomorrow}                                       | Line 8: {seek} needs start, end, event N, simulation N, selected N or node N.
            {seek simulation}                                     | Line 8: {seek} needs one number after simulation.
            {dance}                                               | Line 8: {dance} is no directive: there are run, seek, select, point, show, strip, chart, expect and predict.
            {run ../../etc/x.thoughts}                            | Line 8: {run} needs the name of a .thoughts file beside the lesson.
            {run /etc/x.thoughts}                                 | Line 8: {run} needs the name of a .thoughts file beside the lesson.
            {select ten}                                          | Line 8: {select} needs a number, not "ten".
            Its {valve 3}.                                        | Line 8: in the text from here on, there is no figure {valve}.
            Its {value}.                                          | Line 8: in the text from here on, {value} needs one number after its name.
            {predict}\\nWhich?\\n- [ ] a\\n- [x] b                | Line 8: {predict} has no {end} in its step.
            {predict}\\nWhich?\\n- [ ] a\\n- [ ] b\\n{end}        | Line 8: {predict} needs exactly one right choice, ticked as "- [x] words".
            {predict guess}\\nQ\\n- [x] a\\n- [ ] b\\n{end}       | Line 8: {predict} needs nothing after it, or next, answer, truth N or reflection N.
            {expect winner}                                       | Line 8: {expect} needs a figure, then = and what it must be.
            x\\n## B                                                  | Line 8: in the text from here on, a heading begins with more than one #.
            ![x](y.png)                                           | Line 8: in the text from here on, there is a picture or something else that a lesson cannot show.
            """)
    void whatIsWrongIsToldWithItsLine(String text, String sentence) {
        assertThatThrownBy(() -> LessonReader.read("mine", FRONT + "# A\n" + text.replace("\\n", "\n")))
                .isInstanceOf(LessonException.class)
                .hasMessage(sentence);
    }

    @Test
    void htmlStaysText() throws Exception {
        var lesson = LessonReader.read("mine", FRONT + "# A\n\n<script>alert(1)</script>\n\nand [a link](https://x.example)");
        var facts = new Facts(null, StripRecord.NONE, Chart.NONE, Locale.ROOT);
        assertThat(facts.plain(lesson.steps().getFirst().text())).contains("<script>alert(1)</script>").doesNotContain("x.example");
    }

    @Test
    void whatIsTooMuchIsRefused() {
        assertThatThrownBy(() -> LessonReader.read("mine", new ByteArrayInputStream(new byte[300_000])))
                .isInstanceOf(LessonException.class).hasMessageContaining("longer than 256 KB");
        assertThatThrownBy(() -> LessonReader.read("mine", new ByteArrayInputStream(new byte[] {(byte) 0xff})))
                .isInstanceOf(LessonException.class).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> LessonReader.read("mine", FRONT + "# A\n".repeat(300)))
                .isInstanceOf(LessonException.class).hasMessageContaining("at most 200 steps");
        assertThatThrownBy(() -> LessonReader.read("mine", FRONT + "# A\n" + ">".repeat(3000) + " deep"))
                .isInstanceOf(LessonException.class);
        assertThatThrownBy(() -> LessonReader.read("mine", FRONT + "Words"))
                .isInstanceOf(LessonException.class).hasMessageStartingWith("Line 7: the first step begins");
        assertThatThrownBy(() -> LessonReader.read("mine", "no front matter"))
                .isInstanceOf(LessonException.class).hasMessageStartingWith("Line 1: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {seek end}\\n{select 99}                                                        | the run has no node 99 at this moment
            {seek simulation 90}                                                            | the run has no such moment
            {seek start}\\nIts {value 5}                                                    | the run has no node 5 at this moment
            {expect winner = 80}                                                            | {winner} is "79", not "80"
            {expect votes 79 = 4}                                                           | {votes 79} is "5", not "4"
            {seek simulation 2}\\n{predict next}\\nQ\\n- [x] {node 2} a\\n- [ ] {node 1} b\\n{end} | the run does not agree with the choice that is ticked
            {predict truth 8}\\nQ\\n- [x] {right} a\\n- [ ] {wrong} b\\n{end}               | the run does not agree with the choice that is ticked
            {predict answer}\\nQ\\n- [x] {answer 89} a\\n- [ ] {answer 79} b\\n{end}        | the run does not agree with the choice that is ticked
            {select 1}\\n{point token 77}                                                   | there is no token 77 to point at
            """)
    void whatTheRunDoesNotHoldIsTold(String text, String sentence) throws Exception {
        var lesson = LessonReader.read("mine", FRONT + "# A\n" + text.replace("\\n", "\n"));
        assertThatThrownBy(() -> Course.load(lesson, Library.shipped()))
                .isInstanceOf(LessonException.class)
                .hasMessageStartingWith("Line ")
                .hasMessageContaining(sentence);
    }

    @Test
    void aLessonReadsNothingOutsideItsFolder(@TempDir Path folder) throws Exception {
        var outside = Files.writeString(folder.resolve("outside.thoughts"), "secret", StandardCharsets.UTF_8);
        var inside = Files.createDirectory(folder.resolve("lesson"));
        Files.createSymbolicLink(inside.resolve("link.thoughts"), outside);
        assertThatThrownBy(() -> Library.folder(inside).open("link.thoughts")).hasMessageContaining("outside its own folder");
        assertThatThrownBy(() -> Library.folder(inside).open("none.thoughts")).hasMessageContaining("there is no file");
    }
}
