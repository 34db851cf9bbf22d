package dev.thoughtscope.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class VoteSharesTest {
    private final VoteShares shares = new VoteShares();

    VoteSharesTest() {
        shares.add(10, "4", 0.5);
        shares.add(20, "5", 1);
        shares.add(30, "4", 0.75);
        shares.add(40, "6", 0.25);
    }

    @Test
    void theHeaviestAnswersComeFirst() {
        assertThat(shares.heaviest(2)).containsExactly("4", "5");
        assertThat(shares.heaviest(9)).containsExactly("4", "5", "6");
    }

    @Test
    void aShareIsOfAllThatWasFoundUntilThen() {
        var points = shares.points(List.of("4", "5"), 0);
        assertThat(points).hasSize(4);
        assertThat(points.get(0).shares()).containsExactly(1, 0);
        assertThat(points.get(1).shares()[0]).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(points.get(3).shares()[0]).isCloseTo(0.5, within(1e-9));
        assertThat(points.get(3).shares()[1]).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void pointsKeepTheirDistanceAndTheLastIsAmongThem() {
        assertThat(shares.points(List.of("4"), 25)).extracting(VoteShares.Point::events).containsExactly(10, 40);
    }

    @Test
    void whatComesAfterACutIsForgotten() {
        shares.cut(20);
        assertThat(shares.heaviest(9)).containsExactly("5", "4");
    }

    @Test
    void bookmarksAreSetTakenAwayAndGoneTo() {
        var model = new WindowModel(_ -> 1);
        model.show(FakeRunner.log(new dev.thoughtscope.session.RunRequest(FakeRun.CARLA, "step", 8, 4, 4, 400, 1, 7, true, false)));
        model.pump(Long.MAX_VALUE / 2);
        var playback = model.playback();
        playback.seek(100);
        playback.toggleBookmark();
        playback.seek(200);
        playback.toggleBookmark();
        playback.toHead();
        playback.stepBookmark(-1);
        assertThat(playback.position().get()).isEqualTo(200);
        playback.stepBookmark(-1);
        assertThat(playback.position().get()).isEqualTo(100);
        playback.stepBookmark(-1);
        assertThat(playback.position().get()).isEqualTo(100);
        playback.toggleBookmark();
        playback.stepBookmark(1);
        assertThat(playback.position().get()).isEqualTo(200);
        assertThat(playback.history().bookmarks()).containsExactly(200);
    }
}
