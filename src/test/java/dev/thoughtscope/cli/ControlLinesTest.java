package dev.thoughtscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.session.LogFile;
import dev.thoughtscope.session.Recorded;
import dev.thoughtscope.session.Run;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.session.Script;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every action of the debugger as a line of JSON, and what a saved log makes of it.
class ControlLinesTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /// Runs the lines to the end of the run and checks that its saved log makes the same tree.
    private Tree after(String... lines) throws Exception {
        return after(6, lines);
    }

    private Tree after(int rollouts, String... lines) throws Exception {
        var run = run(rollouts, lines);
        var tree = Script.finished(run).fold();
        var file = folder.resolve("run.thoughts");
        LogFile.write(run.log(), file);
        assertThat(LogFile.read(file).log().fold().sameAs(tree)).isTrue();
        return tree;
    }

    private Run run(int rollouts, String... lines) {
        var request = new RunRequest("How long?", "step", rollouts, 4, 2, 200, 1, 7, false, true);
        var run = Script.thinker().start(request, "160");
        new ControlLines(run, new PrintWriter(out), new PrintWriter(err)).read(new StringReader(String.join("\n", lines)));
        return run;
    }

    private static final String STEP = "{\"do\":\"step\"}";
    private static final String UNTIL = "{\"do\":\"until\",\"state\":\"paused\"}";

    private static int node(Tree tree, String text) {
        for (int node = 1; node < tree.size(); node++) {
            if (tree.text(node).startsWith(text)) {
                return node;
            }
        }
        throw new AssertionError("no node " + text);
    }

    @Test
    void stepsOfEveryGrain() throws Exception {
        var tree = after(UNTIL, "{\"do\":\"step\",\"grain\":\"phase\"}", UNTIL, "{\"do\":\"step\",\"grain\":\"token\"}", UNTIL, STEP, UNTIL,
                "{\"do\":\"tree\"}", "{\"do\":\"resume\"}");
        assertThat(tree.simulations()).isEqualTo(6);
        assertThat(out.toString()).contains("#0 ").contains("How long?");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void breakpointsAndRunningToANode() throws Exception {
        var run = run(12, STEP, UNTIL, "{\"do\":\"break\",\"at\":[\"wrong\"]}", "{\"do\":\"to\",\"node\":1}", UNTIL,
                "{\"do\":\"break\",\"at\":[]}");
        Script.finished(run);
        var holds = run.log().read(0, run.log().size()).stream()
                .map(Recorded::event)
                .filter(event -> event instanceof Event.Paused paused && !paused.why().isEmpty())
                .map(event -> (Event.Paused) event)
                .toList();
        assertThat(holds).isNotEmpty();
        assertThat(holds.getFirst().node()).isGreaterThanOrEqualTo(0);
        assertThat(holds).anyMatch(hold -> hold.why().equals("The search passes through node 1.") && hold.node() == 1
                || hold.why().contains("wrong"));
    }

    @Test
    void withoutAnyoneToResumeItNothingHoldsTheRun() throws Exception {
        assertThat(after("{\"do\":\"break\",\"at\":[\"depth:1\"]}").simulations()).isEqualTo(6);
    }

    @Test
    void runningToANodeHoldsOnce() throws Exception {
        var run = run(12, STEP, UNTIL, "{\"do\":\"to\",\"node\":1}", UNTIL);
        Script.finished(run);
        long holds = run.log().read(0, run.log().size()).stream()
                .filter(one -> one.event() instanceof Event.Paused(String why, int node, int _) && node == 1
                        && why.equals("The search passes through node 1."))
                .count();
        assertThat(holds).isEqualTo(1);
    }

    @Test
    void forceEditThinkAndReflect() throws Exception {
        var tree = after(
                STEP, UNTIL,
                "{\"do\":\"edit\",\"node\":1,\"text\":\"Guess.\"}",
                "{\"do\":\"think\",\"node\":2,\"text\":\"In minutes.\"}",
                "{\"do\":\"reflect\",\"node\":2}",
                "{\"do\":\"force\",\"node\":1,\"token\":0,\"alternative\":" + alternative() + "}");
        assertThat(tree.isBanned(1)).isTrue();
        assertThat(tree.kind(node(tree, "In minutes."))).isEqualTo(NodeKind.PERSON);
        int forced = tree.children(Tree.ROOT).getLast();
        assertThat(tree.kind(forced)).isEqualTo(NodeKind.PERSON);
        assertThat(tree.tokens(forced).getFirst().piece().text()).isEqualTo("?");
        assertThat(tree.children(2)).anyMatch(child -> tree.kind(child) == NodeKind.REFLECTION);
    }

    /// Id of a token that stood beside the first one of node 1: the same in every run of the script.
    private static int alternative() throws InterruptedException {
        var tree = Script.finished(Script.thinker().start(new RunRequest("How long?", "step", 6, 4, 2, 200, 1, 7, false, false))).fold();
        return tree.tokens(1).getFirst().top().getLast().id();
    }

    @Test
    void aReflectionOfAPersonTellsTheAnswerBeforeAndAfter() throws Exception {
        var probe = after(STEP, UNTIL);
        int guess = node(probe, "Guess.");
        var tree = after(16, STEP, UNTIL, "{\"do\":\"focus\",\"node\":" + guess + "}", STEP, UNTIL,
                "{\"do\":\"reflect\",\"node\":" + guess + "}");
        int reflection = tree.children(guess).stream()
                .filter(child -> tree.kind(child) == NodeKind.REFLECTION)
                .findFirst()
                .orElseThrow();
        assertThat(tree.reflection(reflection)).contains(new Event.Reflected(reflection, "120", "160"));
    }

    @Test
    void banPinFocusAndPrior() throws Exception {
        var tree = after(STEP, UNTIL,
                "{\"do\":\"ban\",\"node\":1}", "{\"do\":\"unban\",\"node\":1}", "{\"do\":\"ban\",\"node\":2}",
                "{\"do\":\"pin\",\"node\":1}", "{\"do\":\"focus\",\"node\":1}", "{\"do\":\"focus\",\"node\":0}",
                "{\"do\":\"unpin\",\"node\":1}", "{\"do\":\"prior\",\"node\":1,\"prior\":0.25}", "{\"do\":\"more\",\"rollouts\":3}");
        assertThat(tree.isBanned(1)).isFalse();
        assertThat(tree.isBanned(2)).isTrue();
        assertThat(tree.isPinned(1)).isFalse();
        assertThat(tree.focus()).isEqualTo(Tree.ROOT);
        assertThat(tree.prior(1)).isEqualTo(0.25);
        assertThat(tree.simulations()).isEqualTo(9);
    }

    @Test
    void visitsAreEvenedOut() throws Exception {
        var open = after(12, STEP, UNTIL, "{\"do\":\"pin\",\"node\":1}", STEP, UNTIL, STEP, UNTIL, STEP, UNTIL, "{\"do\":\"unpin\",\"node\":1}",
                "{\"do\":\"even\",\"node\":0}", STEP, UNTIL, STEP, UNTIL, STEP, UNTIL, "{\"do\":\"stop\"}");
        var visits = open.children(Tree.ROOT).stream().map(open::visits).toList();
        assertThat(open.evenTo(Tree.ROOT)).isEqualTo(visits.getFirst());
        assertThat(visits.getLast()).isBetween(visits.getFirst() - 1, visits.getFirst());
    }

    @Test
    void changesAreTakenBackAndMadeAgain() throws Exception {
        var tree = after(STEP, UNTIL,
                "{\"do\":\"ban\",\"node\":1}", "{\"do\":\"undo\"}",
                "{\"do\":\"prior\",\"node\":1,\"prior\":0.25}", "{\"do\":\"undo\"}",
                "{\"do\":\"pin\",\"node\":2}", "{\"do\":\"undo\"}", "{\"do\":\"redo\"}",
                "{\"do\":\"edit\",\"node\":1,\"text\":\"Think.\"}", "{\"do\":\"undo\"}");
        assertThat(tree.isBanned(1)).isFalse();
        assertThat(tree.prior(1)).isEqualTo(tree.facts(1).prior());
        assertThat(tree.isPinned(2)).isTrue();
        assertThat(tree.isBanned(node(tree, "Think."))).isTrue();
    }

    @Test
    void undoAndRedoAreEventsAndEndSomewhere() throws Exception {
        var run = run(6, STEP, UNTIL, "{\"do\":\"undo\"}", "{\"do\":\"ban\",\"node\":1}", "{\"do\":\"undo\"}", "{\"do\":\"redo\"}", "{\"do\":\"redo\"}");
        var events = Script.finished(run).read(0, run.log().size()).stream().map(Recorded::event).toList();
        assertThat(events)
                .contains(
                        new Event.Refused("There is nothing to take back: no change has been made in this run."),
                        new Event.Undone("leaving out node 1"),
                        new Event.Redone("leaving out node 1"),
                        new Event.Refused("There is nothing to do again: no change has been taken back."));
        assertThat(run.log().fold().isBanned(1)).isTrue();
    }

    @Test
    void whatCannotBeIsToldInASentenceAndTheRunGoesOn() throws Exception {
        var tree = after("moon", "{\"do\":\"moon\"}", "{\"do\":\"ban\",\"node\":\"one\"}", "{\"do\":\"break\",\"at\":[\"text:(\"]}",
                "{\"do\":\"step\",\"grain\":\"leap\"}", "{\"do\":\"think\",\"node\":1}");
        assertThat(tree.simulations()).isEqualTo(6);
        assertThat(err.toString().lines()).hasSize(6);
        assertThat(err.toString())
                .contains("Line 1 is no JSON")
                .contains("Line 2: there is no command \"moon\"")
                .contains("Line 3: \"node\" must be a number.")
                .contains("Line 4: The expression \"(\" cannot be read")
                .contains("Line 5: a step goes by token, phase or simulation, not by leap.")
                .contains("Line 6: \"text\" must be there.");
    }

    @Test
    void everyCommandIsNamedWhereOneIsUnknown() throws Exception {
        after("{\"do\":\"?\"}");
        for (String command : List.of("pause", "resume", "stop", "step", "break", "force", "edit", "think", "reflect", "ban", "unban", "pin",
                "unpin", "focus", "prior", "even", "undo", "redo", "to", "more", "until", "tree")) {
            assertThat(err.toString()).contains(command);
        }
    }
}
