package folioscope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import folioscope.explore.Exported;

/**
 * SPIN agrees with the explorer on cells of the outcome table: as many states, the same violations, the same
 * observations. The cells are taken in turn from every scenario and type, at one kernel after the other.
 *
 * <p>{@code -Dfolioscope.spin=N} asks for N cells, {@code all} for every cell that is not too large.
 */
class SecondEngineTest {

    private static final int CELLS = 300;

    /** Larger cells would take SPIN's exact search too much memory for a test. */
    private static final int MOST_STATES = 2000;

    @TempDir
    private Path folder;

    /** Cells that do something, of the model as it is: those with several states. */
    private static List<Row> rows() {
        return Checkout.lines(Checkout.data("outcomes.tsv")).stream().filter(l -> !l.startsWith("#") && !l.isBlank())
                .map(Row::parse).filter(r -> r.patch().equals("-") && r.counts().states() > 1
                        && r.counts().states() <= MOST_STATES).toList();
    }

    /** So many rows: one of each scenario and type, then a second of each, and so on. */
    private static List<Row> spread(List<Row> rows, int wanted) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        rows.forEach(r -> groups.computeIfAbsent(r.scenario() + " " + r.type(), k -> new ArrayList<>()).add(r));
        List<Row> chosen = new ArrayList<>();
        for (int turn = 0; chosen.size() < Math.min(wanted, rows.size()); turn++) {
            int group = 0;
            for (List<Row> all : groups.values()) {
                if (turn < all.size() && chosen.size() < wanted) {
                    chosen.add(all.get((7 * group + turn) % all.size()));
                }
                group++;
            }
        }
        return chosen;
    }

    @Test
    void theSecondEngineFindsTheSame() throws InterruptedException, ExecutionException {
        assumeTrue(Spin.installed(), "spin and gcc are not installed: apt-get install spin gcc");
        String asked = System.getProperty("folioscope.spin", Integer.toString(CELLS));
        List<Row> rows = spread(rows(), asked.equals("all") ? Integer.MAX_VALUE : Integer.parseInt(asked));
        assertTrue(asked.equals("all") || rows.size() == Integer.parseInt(asked), () -> "only " + rows.size() + " cells");
        Map<String, List<Row>> kernels = rows.stream()
                .collect(Collectors.groupingBy(Row::kernel, TreeMap::new, Collectors.toList()));
        List<String> wrong = new ArrayList<>();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (Map.Entry<String, List<Row>> kernel : kernels.entrySet()) {
                Lab lab = new Lab(kernel.getKey());
                List<Future<List<String>>> answers = new ArrayList<>();
                for (Row row : kernel.getValue()) {
                    Exported exported = exported(lab, row);
                    Path place = folder.resolve(kernel.getKey() + "-" + answers.size());
                    answers.add(two.submit(() -> compare(exported, row, place)));
                }
                for (Future<List<String>> answer : answers) {
                    wrong.addAll(answer.get());
                }
            }
        }
        System.out.println("Second engine: SPIN agrees on " + (rows.size() - wrong.size()) + " of " + rows.size()
                + " cells, " + kernels.size() + " kernels, " + rows.stream().map(Row::scenario).distinct().count()
                + " scenarios, " + rows.stream().map(Row::type).distinct().count() + " types, "
                + rows.stream().mapToLong(r -> r.counts().states()).sum() + " states");
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    private static Exported exported(Lab lab, Row row) {
        return lab.cells().stream().filter(k -> k.scenario().id().equals(row.scenario())
                && k.variant().equals(row.variant()) && k.cell().type().equals(row.type())).findFirst()
                .map(lab::exported).orElseThrow();
    }

    private static List<String> compare(Exported exported, Row row, Path place) {
        Spin.Answer expected = Spin.of(exported.outcome());
        Spin.Answer answer = new Spin(place).ask(exported.promela(row.key()));
        return expected.equals(answer) && exported.outcome().complete() ? List.of()
                : List.of(row.key() + ": explored " + expected + ", SPIN " + answer);
    }
}
