package folioscope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/**
 * Every statement of the model is there for something: left out or turned around, some cell of the outcome table comes out
 * differently. Those that nobody misses are listed in {@code survivors.tsv}, with the reason. The ordinary build turns a spread
 * of the statements around; {@code -Dfolioscope.mutants=all} every one, and {@code -Dfolioscope.promote=true} with it adds to the
 * list those that are missing, and takes away those that no longer belong there.
 */
class StatementTest {

    private static final String PROPERTY = System.getProperty("folioscope.mutants", "spread");
    private static final boolean ALL = PROPERTY.equals("all");
    private static final int ONE_OF = PROPERTY.matches("\\d+") ? Integer.parseInt(PROPERTY) : ALL ? 1 : 12;
    private static final int LEAST = 200;
    private static final List<String> KERNELS = List.of("7.1", "6.14", "6.1", "5.19", "5.17", "5.9", "4.18", "4.14");

    @Test
    void isMissedWhenItIsTurnedAround() {
        long start = System.nanoTime();
        Turning turning = new Turning(KERNELS, k -> k.spread(ONE_OF) == 0);
        Survivors listed = Survivors.read();
        SortedMap<Turn.Key, Turning.Fate> fates = turning.fates();
        Map<Turning.Fate, Long> count = fates.values().stream().collect(Collectors.groupingBy(f -> f, Collectors.counting()));
        long killed = count.getOrDefault(Turning.Fate.KILLED, 0L);
        long survived = count.getOrDefault(Turning.Fate.SURVIVED, 0L);
        turning.notes().forEach(n -> System.out.println("Mutants at " + n));
        long unreached = count.getOrDefault(Turning.Fate.NOT_REACHED, 0L);
        System.out.println("Mutants: " + (killed + survived + unreached) + ", " + killed + " noticed, " + survived
                + " survive, " + unreached + " of statements that no cell comes by; "
                + (System.nanoTime() - start) / 1_000_000_000 + " s");
        assertEquals(List.of(), turning.disturbed(), "cells that are not as the outcome table has them");
        if (ALL && Boolean.getBoolean("folioscope.promote")) {
            listed.rewritten(fates);
            return;
        }
        assertTrue(killed + survived >= LEAST, "fewer than " + LEAST + " mutants");
        assertTrue(killed * 100 >= (killed + survived + (ALL ? unreached : 0)) * 90, "fewer than 90 % are noticed");
        assertEquals(List.of(), listed.wrong(fates, ALL), () -> String.join("\n", listed.wrong(fates, ALL)));
    }
}
