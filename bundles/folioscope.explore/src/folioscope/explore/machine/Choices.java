package folioscope.explore.machine;

import java.util.Arrays;

/** The choices of one step: runs through all their combinations, the later ones first. */
public final class Choices {

    static final int MOST = 40;

    /** Open choices of one step beyond which all others are taken as 0. */
    static final int MOST_GUESSES = 6;

    private final int[] taken = new int[MOST];
    private final int[] counts = new int[MOST];
    private int made;
    private int next;
    private int guesses;

    int take(int count) {
        if (next == made) {
            taken[made] = 0;
            counts[made++] = count;
        }
        return taken[next++];
    }

    /** A choice of 0 and 1 for something left open; 0 if there were too many. */
    int guess() {
        return guesses++ < MOST_GUESSES && !exhausted() ? take(2) : 0;
    }

    /** Whether there were too many. */
    boolean guessedTooOften() {
        return guesses > MOST_GUESSES;
    }

    boolean exhausted() {
        return next == MOST;
    }

    /** Starts over with the first combination. */
    public void reset() {
        made = 0;
        next = 0;
        guesses = 0;
    }

    /** Starts over with a combination that {@link #taken()} gave. */
    public void replay(int[] combination) {
        made = combination.length;
        next = 0;
        guesses = 0;
        System.arraycopy(combination, 0, taken, 0, made);
        Arrays.fill(counts, 0, made, 0);
    }

    /** Goes to the next combination; false when all were taken. */
    public boolean advance() {
        int at = Math.min(made, next) - 1;
        while (at >= 0 && taken[at] + 1 >= counts[at]) {
            at--;
        }
        if (at < 0) {
            return false;
        }
        taken[at]++;
        made = at + 1;
        next = 0;
        guesses = 0;
        return true;
    }

    /** The combination of the step just run. */
    public int[] taken() {
        return Arrays.copyOf(taken, next);
    }
}
