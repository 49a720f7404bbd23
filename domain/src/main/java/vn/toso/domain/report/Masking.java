package vn.toso.domain.report;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import vn.toso.domain.coverage.Cell;

/**
 * Decides which numbers of a published list must not be seen, so that none points to a person. Small are counts below
 * {@link #SMALLEST}: of units that achieved, of units that didn't, of all units. What is hidden must not follow either from
 * the sum of the list less what is shown: so others are hidden with it until every small count could still be any.
 */
final class Masking {

    /** Fewer than this are never shown. */
    static final long SMALLEST = 5;

    private static final long LARGEST_SMALL = SMALLEST - 1;

    private final List<Cell> cells;
    private final BitSet eligible = new BitSet();
    private final BitSet achieved = new BitSet();

    /** @param cells of the areas of one sum that is shown as well */
    Masking(List<Cell> cells) {
        this.cells = cells;
        hide();
    }

    boolean hidesEligible(int index) {
        return eligible.get(index);
    }

    boolean hidesAchieved(int index) {
        return achieved.get(index);
    }

    /** Whether even with every area hidden the sum would tell too much. */
    boolean hidesSumOfEligible() {
        return !isSafe(eligibles(), eligible);
    }

    boolean hidesSumOfAchieved() {
        return hidesSumOfEligible() || !isSafe(achievements(), achieved) || !isSafe(rests(), achieved);
    }

    private void hide() {
        IntStream.range(0, cells.size())
                .filter(i -> cells.get(i).eligible() < SMALLEST)
                .forEach(eligible::set);
        while (!isSafe(eligibles(), eligible) && eligible.cardinality() < cells.size()) {
            eligible.set(smallestShown(eligibles(), eligible));
        }
        achieved.or(eligible);
        IntStream.range(0, cells.size())
                .filter(i -> Math.min(achievements()[i], rests()[i]) < SMALLEST)
                .forEach(achieved::set);
        while (!(isSafe(achievements(), achieved) && isSafe(rests(), achieved))
                && achieved.cardinality() < cells.size()) {
            achieved.set(smallestShown(least(), achieved));
        }
    }

    private static int smallestShown(long[] values, BitSet hidden) {
        return IntStream.range(0, values.length)
                .filter(i -> !hidden.get(i))
                .boxed()
                .min((one, other) -> Long.compare(values[one], values[other]))
                .orElseThrow();
    }

    /**
     * Whether somebody who knows the sum of the hidden ones, and which of them are small, can rule out nothing about any
     * small one.
     */
    private static boolean isSafe(long[] values, BitSet hidden) {
        if (hidden.isEmpty()) {
            return true;
        }
        long sum = hidden.stream().mapToLong(i -> values[i]).sum();
        long small = hidden.stream().filter(i -> values[i] < SMALLEST).count();
        long large = hidden.cardinality() - small;
        if (large == 0) {
            return sum >= LARGEST_SMALL && sum <= LARGEST_SMALL * (small - 1);
        }
        return hidden.cardinality() > 1 && (small == 0 || sum - LARGEST_SMALL * small >= SMALLEST * large);
    }

    private long[] eligibles() {
        return cells.stream().mapToLong(Cell::eligible).toArray();
    }

    private long[] achievements() {
        return cells.stream().mapToLong(Cell::achieved).toArray();
    }

    /** Those who did not achieve. */
    private long[] rests() {
        return cells.stream()
                .mapToLong(cell -> cell.eligible() - cell.achieved())
                .toArray();
    }

    private long[] least() {
        return cells.stream()
                .mapToLong(cell -> Math.min(cell.achieved(), cell.eligible() - cell.achieved()))
                .toArray();
    }
}
