package dev.thoughtscope.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.session.RunRequest;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    private static WindowModel finished() {
        var model = new WindowModel(_ -> 1);
        model.show(FakeRunner.log(RunRequest.of("How many?")));
        while (model.pump(Long.MAX_VALUE / 4)) {
            // until all is taken in
        }
        return model;
    }

    @Test
    void thereIsNoReasonBeforeAnAnswer() {
        var model = new WindowModel(_ -> 1);
        assertThat(Reasons.of(model.outcome().get(), model.tree())).isEmpty();
    }

    @Test
    void theVotesAreThoseOfAllAnswers() {
        var model = finished();
        var reasons = Reasons.of(model.outcome().get(), model.tree()).orElseThrow();
        assertThat(reasons.best()).isEqualTo(model.outcome().get().best());
        assertThat(reasons.votes()).isEqualTo(model.outcome().get().answers().stream().mapToInt(AnswerRow::votes).sum());
        assertThat(reasons.second()).isEqualTo(model.outcome().get().answers().stream().skip(1).findFirst());
    }

    @Test
    void theForkIsTheFirstPlaceOnTheWayWithTwoWaysThatWereTried() {
        var model = finished();
        var fork = Reasons.of(model.outcome().get(), model.tree()).orElseThrow().fork().orElseThrow();
        var tree = model.tree().tree();
        assertThat(tree.path(model.outcome().get().bestNode())).containsSequence(fork.node(), fork.taken());
        assertThat(fork.ways()).isGreaterThan(1);
        assertThat(tree.parent(fork.other())).isEqualTo(fork.node());
        assertThat(fork.other()).isNotEqualTo(fork.taken());
        assertThat(fork.visits()).isEqualTo(tree.visits(fork.taken())).isLessThanOrEqualTo(fork.allVisits());
        for (int node : tree.path(fork.node()).subList(0, tree.path(fork.node()).size() - 1)) {
            int tried = 0;
            for (int child = tree.firstChild(node); child >= 0; child = tree.nextSibling(child)) {
                tried += tree.visits(child) > 0 ? 1 : 0;
            }
            assertThat(tried).isEqualTo(1);
        }
    }
}
