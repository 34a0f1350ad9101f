package folioscope.ide.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import folioscope.model.KernelVersion;
import folioscope.model.Model;
import folioscope.model.ModelLibrary;
import folioscope.model.Scenario;
import folioscope.review.Bench;
import folioscope.review.Cell;
import folioscope.review.Prediction;
import folioscope.review.Verdict;

/**
 * What a patch changes, as a table: a column for each pgmap type by name, a row for each scenario; the gravest
 * change comes first, then by id.
 *
 * @param verdicts the verdict for each type over all scenarios, in the order of the types
 */
record Matrix(List<String> types, List<VerdictLook> verdicts, List<Row> rows) {

    static final Matrix EMPTY = new Matrix(List.of(), List.of(), List.of());

    /** A scenario; {@code cells} in the order of the types. */
    record Row(String scenario, String title, String asks, List<Square> cells) {

        /** The gravest of what it shows. */
        VerdictLook gravest() {
            return cells.stream().map(Square::look).filter(VerdictLook::isNews).min(Comparator.naturalOrder())
                    .orElse(VerdictLook.QUIET);
        }
    }

    /** What one scenario shows for one type. */
    record Square(VerdictLook look, List<Prediction> predictions) { }

    /**
     * The table of a review or of one patch in it.
     *
     * @param kernel the version whose model was the baseline
     */
    static Matrix of(SortedMap<String, Verdict> verdicts, List<Prediction> predictions, KernelVersion kernel,
            ModelLibrary library) {
        List<String> types = List.copyOf(verdicts.keySet());
        Model model = library.model(kernel);
        List<Row> rows = new ArrayList<>();
        for (Scenario scenario : library.scenarios(kernel)) {
            Set<String> run = Bench.cells(scenario, model, types).stream().map(Cell::type)
                    .collect(Collectors.toCollection(TreeSet::new));
            rows.add(new Row(scenario.id(), scenario.title(), scenario.asks(), types.stream()
                    .map(type -> square(type, scenario.id(), predictions, run.contains(type))).toList()));
        }
        rows.sort(Comparator.comparing(Row::gravest).thenComparing(Row::scenario));
        return new Matrix(types, types.stream().map(t -> VerdictLook.of(verdicts.get(t))).toList(), List.copyOf(rows));
    }

    private static Square square(String type, String scenario, List<Prediction> all, boolean run) {
        List<Prediction> predictions = all.stream()
                .filter(p -> p.type().equals(type) && p.scenario().equals(scenario)).toList();
        Stream<VerdictLook> looks = predictions.stream().map(p -> VerdictLook.of(p.kind()));
        return new Square(looks.min(Comparator.naturalOrder())
                .orElse(run ? VerdictLook.QUIET : VerdictLook.ABSENT), predictions);
    }
}
