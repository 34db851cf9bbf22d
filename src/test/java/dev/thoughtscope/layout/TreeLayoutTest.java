package dev.thoughtscope.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TreeLayoutTest {
    private static final double GAP = 10;

    private record Made(int[] parent, double[] height) {
        static Made random(long seed, int size, int bushiness) {
            var random = new Random(seed);
            var parent = new int[size];
            var height = new double[size];
            for (int box = 0; box < size; box++) {
                parent[box] = box == 0 ? -1 : Math.max(0, box - 1 - random.nextInt(bushiness * 3));
                height[box] = 20 + random.nextInt(90);
            }
            return new Made(parent, height);
        }

        TreeLayout first(int boxes) {
            return TreeLayout.of(Arrays.copyOf(parent, boxes), Arrays.copyOf(height, boxes), GAP);
        }
    }

    @Property(tries = 200)
    void boxesOfAColumnNeverOverlap(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 1, max = 300) int size,
            @ForAll @IntRange(min = 1, max = 20) int bushiness) {
        var layout = Made.random(seed, size, bushiness).first(size);
        for (int column = 0; column < layout.depths(); column++) {
            for (int i = 1; i < layout.columnSize(column); i++) {
                int above = layout.box(column, i - 1);
                int below = layout.box(column, i);
                double distance = layout.centre(below) - layout.height(below) / 2
                        - layout.centre(above) - layout.height(above) / 2;
                assertThat(distance).isGreaterThanOrEqualTo(GAP - 1e-6);
            }
        }
    }

    @Property(tries = 100)
    void siblingsStandInOrderAndParentsInTheMiddle(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed, @ForAll @IntRange(min = 1, max = 200) int size) {
        var layout = Made.random(seed, size, 5).first(size);
        for (int box = 0; box < size; box++) {
            int children = layout.childCount(box);
            for (int i = 1; i < children; i++) {
                assertThat(layout.child(box, i)).isGreaterThan(layout.child(box, i - 1));
                assertThat(layout.centre(layout.child(box, i))).isGreaterThan(layout.centre(layout.child(box, i - 1)));
            }
            if (children > 0) {
                int first = layout.child(box, 0);
                int last = layout.child(box, children - 1);
                double top = layout.centre(first) - layout.height(first) / 2;
                double bottom = layout.centre(last) + layout.height(last) / 2;
                assertThat(layout.centre(box)).isCloseTo((top + bottom) / 2, within(1e-6));
            }
        }
    }

    @Property(tries = 100)
    void growthNeverShufflesOldBoxes(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed, @ForAll @IntRange(min = 2, max = 200) int size) {
        var made = Made.random(seed, size, 6);
        var before = made.first(size / 2);
        var after = made.first(size);
        for (int column = 0; column < before.depths(); column++) {
            for (int i = 1; i < before.columnSize(column); i++) {
                assertThat(after.centre(before.box(column, i))).isGreaterThan(after.centre(before.box(column, i - 1)));
            }
        }
    }

    @Property(tries = 50)
    void aBoxIsFoundWhereItStandsWhileAllMoves(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed, @ForAll @IntRange(min = 2, max = 200) int size) {
        var made = Made.random(seed, size, 6);
        var motion = new Motion();
        motion.retarget(made.first(size / 2), _ -> -1, -1);
        motion.settle();
        motion.retarget(made.first(size), box -> box < size / 2 ? box : -1, 0);
        double root = motion.centre(0);
        motion.settle();
        assertThat(motion.centre(0)).isCloseTo(root, within(1e-6));
        for (int box = 0; box < size; box++) {
            assertThat(motion.hit(motion.left(box) + 1, motion.centre(box))).isEqualTo(box);
        }
    }

    @Property(tries = 100)
    void whatIsFoldedAwayIsWhereItsBoxIsAndTheRestIsTidy(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed, @ForAll @IntRange(min = 2, max = 200) int size) {
        var made = Made.random(seed, size, 6);
        var random = new Random(seed);
        var hidden = new BitSet();
        for (int box = 1; box < size; box++) {
            hidden.set(box, random.nextInt(3) == 0);
        }
        var layout = TreeLayout.of(made.parent(), made.height(), GAP, hidden, null);
        int placed = 0;
        for (int column = 0; column < layout.depths(); column++) {
            placed += layout.columnSize(column);
            for (int i = 1; i < layout.columnSize(column); i++) {
                int above = layout.box(column, i - 1);
                int below = layout.box(column, i);
                assertThat(layout.centre(below) - layout.centre(above))
                        .isGreaterThanOrEqualTo((layout.height(above) + layout.height(below)) / 2 + GAP - 1e-6);
            }
        }
        assertThat(placed).isEqualTo(size - hidden.cardinality());
        for (int box = 1; box < size; box++) {
            int seat = hidden.get(box) ? layout.seat(made.parent()[box]) : box;
            assertThat(layout.seat(box)).isEqualTo(seat);
            assertThat(layout.centre(box)).isEqualTo(layout.centre(seat));
            assertThat(layout.depth(box)).isEqualTo(layout.depth(seat));
        }
    }

    @Property(tries = 50)
    void theHeavierSiblingStandsHigher(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed, @ForAll @IntRange(min = 2, max = 200) int size) {
        var made = Made.random(seed, size, 6);
        var random = new Random(seed);
        var weight = random.ints(size, 0, 5).toArray();
        var layout = TreeLayout.of(made.parent(), made.height(), GAP, new BitSet(), weight);
        for (int box = 0; box < size; box++) {
            for (int i = 1; i < layout.childCount(box); i++) {
                int above = layout.child(box, i - 1);
                int below = layout.child(box, i);
                assertThat(weight[above]).isGreaterThanOrEqualTo(weight[below]);
                assertThat(weight[above] > weight[below] || above < below).isTrue();
                assertThat(layout.centre(below)).isGreaterThan(layout.centre(above));
            }
        }
    }

    @Property(tries = 50)
    void boxesThatChangePlacesArriveInOrderAndTheAnchorStays(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed, @ForAll @IntRange(min = 3, max = 120) int size) {
        var made = Made.random(seed, size, 6);
        var hidden = new BitSet();
        hidden.set(1 + (int) (seed % (size - 1)));
        var motion = new Motion();
        motion.retarget(TreeLayout.of(made.parent(), made.height(), GAP, hidden, null), _ -> -1, -1);
        motion.settle();
        int anchor = (int) (seed % size);
        double x = motion.left(anchor);
        double y = motion.centre(anchor);
        var weight = new Random(seed).ints(size, 0, 5).toArray();
        motion.retarget(TreeLayout.of(made.parent(), made.height(), GAP, new BitSet(), weight), box -> box, anchor);
        for (int i = 0; i < 200 && motion.isMoving(); i++) {
            assertThat(motion.left(anchor)).isCloseTo(x, within(1e-6));
            assertThat(motion.centre(anchor)).isCloseTo(y, within(1e-6));
            motion.advance(0.02);
        }
        assertThat(motion.isMoving()).isFalse();
        assertThat(motion.isOrdered()).isTrue();
        for (int box = 0; box < size; box++) {
            assertThat(motion.hit(motion.left(box) + 1, motion.centre(box))).isEqualTo(box);
        }
    }

    @Test
    void aChainOfFiftyThousandIsLaidOut() {
        var parent = new int[50_000];
        Arrays.setAll(parent, box -> box - 1);
        var height = new double[parent.length];
        Arrays.fill(height, 40);
        assertThat(TreeLayout.of(parent, height, GAP).depths()).isEqualTo(50_000);
    }

    @Property
    void whatIsFittedIsInSightWhateverItsForm(
            @ForAll @IntRange(min = 1, max = 200_000) int wide, @ForAll @IntRange(min = 1, max = 1_000_000) int high) {
        var view = Viewport.fit(new double[] {0, -high, wide, high}, 900, 600, 20, 1);
        if (view.scale() > Viewport.MIN_SCALE) {
            assertThat(view.screenX(0)).isGreaterThan(-0.5);
            assertThat(view.screenX(wide)).isLessThan(900.5);
            assertThat(view.screenY(-high)).isGreaterThan(-0.5);
            assertThat(view.screenY(high)).isLessThan(600.5);
        }
    }

    @Property
    void zoomingInAndOutKeepsBothScalesTogether(@ForAll @IntRange(min = 1, max = 4000) int high) {
        var view = Viewport.fit(new double[] {0, 0, 1500, high}, 900, 600, 20, 1.4);
        for (int i = 0; i < 60; i++) {
            view = view.zoomed(1.1, 10, 10);
            assertThat(view.across() / view.scale()).isBetween(0.5, 60.0);
        }
        assertThat(view.across()).isCloseTo(view.scale(), within(1e-9));
    }

    @Test
    void aPointOfTheTreeStaysUnderThePointerWhileZooming() {
        var view = new Viewport(0.2, 30, -20);
        var zoomed = view.zoomed(2.9, 400, 300);
        assertThat(zoomed.planeX(400)).isCloseTo(view.planeX(400), within(1e-9));
        assertThat(zoomed.planeY(300)).isCloseTo(view.planeY(300), within(1e-9));
    }
}
