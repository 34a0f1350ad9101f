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
 * differ: when it is mended this test says so, and its line becomes {@code ok}. With {@code -Dfolioscope.promote=true} the
 * counts of the table are rewritten from the runs, nothing else; cells without a line are added as open.
 */
class OutcomeTableTest {

    private static final boolean PROMOTE = Boolean.getBoolean("folioscope.promote");
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
            Optional<Outcome> outcome = lab.run(row);
            SortedSet<String> shown = outcome.map(CODES::of).orElseGet(() -> new TreeSet<>(Set.of("NOCELL")));
            boolean complete = outcome.map(Outcome::complete).orElse(true);
            boolean agrees = complete && Codes.agrees(row.expected(), shown) && outcome.map(o -> sees(row, o)).orElse(true);
            TALLY[row.open() ? 1 : 0]++;
            if (agrees == row.open()) {
                wrong.add(row.key() + ": " + (agrees ? "is listed as open and agrees now: make its line ok"
                        : "expected " + row.expected() + " " + row.seen() + ", shown " + shown + observed(outcome)));
            }
            outcome.ifPresent(o -> count(row, o, wrong));
        }
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    private static void count(Row row, Outcome o, List<String> wrong) {
        COUNTED.put(row.key(), row.counted(o.states(), o.transitions()));
        if (!PROMOTE && (o.states() != row.states() || o.transitions() != row.transitions())) {
            wrong.add(row.key() + ": " + row.states() + " states and " + row.transitions() + " transitions are pinned, counted "
                    + o.states() + " and " + o.transitions() + " (-Dfolioscope.promote=true rewrites counts)");
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void hasALineForEveryCell(String kernel) {
        Set<String> known = ROWS.get(kernel).stream().map(Row::key).collect(Collectors.toSet());
        List<Row> missing = new Lab(kernel).cells().stream().map(c -> new Row(c.scenario().id(), c.variant(), c.cell().type(),
                kernel, "-", "?", "-", 0, 0, "open: nobody has said what to expect")).filter(r -> !known.contains(r.key())).toList();
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
        System.out.println("Outcome table: " + cells + " cells, " + TALLY[0] + " agree with the fact sheet, " + TALLY[1] + " open");
        if (PROMOTE) {
            List<String> lines = TABLE.stream().map(l -> l.startsWith("#") || l.isBlank() ? l
                    : COUNTED.getOrDefault(Row.parse(l).key(), Row.parse(l)).toString()).toList();
            Checkout.write(Checkout.data("outcomes.tsv"),
                    Stream.concat(lines.stream(), ADDED.stream().map(Row::toString)).toList());
        }
    }
}
