package folioscope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import folioscope.explore.Outcome;

/**
 * Every cell of {@code outcomes.tsv} comes out as the fact sheet says, by running it. A cell listed as open must still
 * differ, with CONFIG_DEBUG_VM or without: when it is mended this test says so, and its line becomes {@code ok}. With {@code -Dfolioscope.promote=true} the
 * counts of the table are rewritten from the runs, nothing else; cells without a line are added as open.
 */
class OutcomeTableTest {

    private static final boolean PROMOTE = Boolean.getBoolean("folioscope.promote");

    /** No run of a scenario has more states. */
    private static final long MOST_STATES = 1_000_000;

    private static final List<String> TABLE = Checkout.lines(Checkout.data("outcomes.tsv"));
    private static final Codes CODES = new Codes(TABLE);
    private static final Map<String, List<Row>> ROWS = rows();

    private static final Map<String, Row> COUNTED = new LinkedHashMap<>();
    private static final List<Row> ADDED = new ArrayList<>();
    private static final int[] TALLY = new int[2];

    private static Map<String, List<Row>> rows() {
        return TABLE.stream().filter(l -> !l.startsWith("#") && !l.isBlank()).map(Row::parse)
                .collect(Collectors.groupingBy(Row::kernel, LinkedHashMap::new, Collectors.toList()));
    }

    static Stream<String> kernels() {
        return ROWS.keySet().stream();
    }

    @BeforeAll
    static void start() {
        COUNTED.clear();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void comesOutAsTheFactSheetSays(String kernel) {
        Lab lab = new Lab(kernel);
        List<String> wrong = new ArrayList<>();
        for (Row row : ROWS.get(kernel)) {
            boolean agrees = true;
            String differs = "";
            for (boolean debug : List.of(true, false)) {
                Optional<Outcome> outcome = lab.run(row, debug);
                outcome.ifPresent(o -> count(row, debug, o, wrong));
                if (!agrees(row, debug, outcome)) {
                    agrees = false;
                    differs += (debug ? "" : " without CONFIG_DEBUG_VM") + " shown " + shown(outcome) + observed(outcome);
                }
            }
            TALLY[row.open() ? 1 : 0]++;
            if (agrees == row.open()) {
                wrong.add(row.key() + ": " + (agrees ? "is listed as open and agrees now: make its line ok"
                        : "expected " + row.expected() + ", without CONFIG_DEBUG_VM " + row.without() + ", " + row.seen()
                                + "," + differs));
            }
        }
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    private static boolean agrees(Row row, boolean debug, Optional<Outcome> outcome) {
        return Codes.agrees(row.expected(debug), shown(outcome))
                && outcome.map(o -> o.complete() && o.states() <= MOST_STATES && (!debug || sees(row, o))).orElse(true);
    }

    private static SortedSet<String> shown(Optional<Outcome> outcome) {
        return outcome.map(CODES::of).orElseGet(() -> new TreeSet<>(Set.of("NOCELL")));
    }

    private static void count(Row row, boolean debug, Outcome outcome, List<String> wrong) {
        Counts counts = CODES.counts(outcome);
        COUNTED.merge(row.key(), row.counted(debug, counts), (r, n) -> r.counted(debug, counts));
        if (!PROMOTE && !counts.equals(row.counts(debug))) {
            wrong.add(row.key() + (debug ? "" : " without CONFIG_DEBUG_VM") + ": states, transitions and steps are pinned as "
                    + row.counts(debug) + ", counted " + counts + " (-Dfolioscope.promote=true rewrites counts)");
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void hasALineForEveryCell(String kernel) {
        Set<String> known = ROWS.get(kernel).stream().map(Row::key).collect(Collectors.toSet());
        List<Row> missing = new Lab(kernel).cells().stream().map(c -> Row.unknown(c.scenario().id(), c.variant(),
                c.cell().type(), kernel)).filter(r -> !known.contains(r.key())).toList();
        ADDED.addAll(missing);
        assertTrue(PROMOTE || missing.isEmpty(), () -> "cells without a line: " + missing.stream().map(Row::key).toList());
    }

    private static boolean sees(Row row, Outcome outcome) {
        if (row.seen().equals("-")) {
            return true;
        }
        return Stream.of(row.seen().split(" ")).allMatch(pair -> {
            String[] p = pair.split("=");
            SortedSet<String> values = outcome.observations().stream().filter(o -> o.name().equals(p[0]))
                    .map(o -> Integer.toString(o.value())).collect(Collectors.toCollection(TreeSet::new));
            return String.join(",", values).equals(p[1]);
        });
    }

    private static String observed(Optional<Outcome> outcome) {
        return outcome.map(o -> " " + o.observations().stream().map(x -> x.name() + "=" + x.value()).toList()).orElse("");
    }

    @Test
    void noLineStandsTwice() {
        List<String> keys = ROWS.values().stream().flatMap(List::stream).map(Row::key).toList();
        assertEquals(keys.stream().distinct().toList(), keys);
    }

    @AfterAll
    static void finish() {
        int cells = IntStream.of(TALLY).sum();
        System.out.println("Outcome table: " + cells + " cells, with CONFIG_DEBUG_VM and without, " + TALLY[0] + " agree with the fact sheet, " + TALLY[1] + " open");
        if (PROMOTE) {
            List<String> lines = TABLE.stream().map(l -> l.startsWith("#") || l.isBlank() ? l
                    : COUNTED.getOrDefault(Row.parse(l).key(), Row.parse(l)).toString()).toList();
            Checkout.write(Checkout.data("outcomes.tsv"),
                    Stream.concat(lines.stream(), ADDED.stream().map(Row::toString)).toList());
        }
    }
}
