package folioscope.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import folioscope.explore.Budget;
import folioscope.explore.Exported;
import folioscope.explore.Outcome;
import folioscope.model.KernelVersion;
import folioscope.model.Model;
import folioscope.model.ModelLibrary;
import folioscope.model.Scenario;
import folioscope.model.merge.Merge;
import folioscope.patch.FileChange;
import folioscope.patch.Hunk;
import folioscope.patch.Patch;
import folioscope.patch.PatchReader;
import folioscope.review.Bench;
import folioscope.review.Cell;
import folioscope.skeleton.FileEdit;
import folioscope.skeleton.HunkText;
import folioscope.skeleton.PatchText;

/** Runs cells of one kernel, of the model as it is or with a sample merged. */
final class Lab {

    static final ModelLibrary LIBRARY = ModelLibrary.embedded();

    private static final Budget PLENTY = new Budget(2_000_000, 120_000, () -> false);

    /** Kernels share what is compiled of their functions, and forget what they ran. */
    private static final Bench SHARED = new Bench();

    private final Bench bench = SHARED.passing();
    private final KernelVersion kernel;
    private final Map<String, Known> cells = new LinkedHashMap<>();
    private final Map<String, Model> models = new TreeMap<>();

    Lab(String kernel) {
        this.kernel = KernelVersion.parse(kernel).orElseThrow();
        Model model = LIBRARY.model(this.kernel);
        for (Scenario scenario : LIBRARY.scenarios(this.kernel)) {
            for (Cell cell : Bench.cells(scenario, model, model.types())) {
                Known known = new Known(scenario, cell);
                cells.put(known.key(), known);
            }
        }
    }

    /** A cell and the scenario that it is of. */
    record Known(Scenario scenario, Cell cell) {

        String variant() {
            return cell.choice().isEmpty() ? "-" : cell.choice().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())
                    .collect(Collectors.joining(", "));
        }

        private String key() {
            return String.join(" ", scenario.id(), variant(), cell.type());
        }
    }

    /** All cells of the kernel, scenario after scenario. */
    List<Known> cells() {
        return List.copyOf(cells.values());
    }

    /** Runs a row's cell, with CONFIG_DEBUG_VM or without; empty where there is no such cell. */
    Optional<Outcome> run(Row row, boolean debug) {
        return Optional.ofNullable(cells.get(String.join(" ", row.scenario(), row.variant(), row.type())))
                .map(k -> run(model(row.patch()), k, debug));
    }

    /** Runs a cell with CONFIG_DEBUG_VM. */
    Outcome run(Model model, Known known) {
        return run(model, known, true);
    }

    private Outcome run(Model model, Known known, boolean debug) {
        return bench.outcome(model, known.scenario(), known.cell(), debug, PLENTY);
    }

    /** Runs a cell of the model as it is, so that the run can be written for SPIN. */
    Exported exported(Known known) {
        return bench.exported(model("-"), known.scenario(), known.cell(), true, PLENTY);
    }

    /** The model, with a sample merged into it unless the name is {@code -}. */
    Model model(String sample) {
        return models.computeIfAbsent(sample, s -> s.equals("-") ? LIBRARY.model(kernel)
                : merged(LIBRARY.model(kernel), Checkout.sample(s)));
    }

    private static Model merged(Model model, Path file) {
        Model now = model;
        for (Patch patch : PatchReader.read(file.getFileName().toString(), Checkout.bytes(file)).patches()) {
            now = Merge.into(now, LIBRARY, lifted(patch)).model();
        }
        return now;
    }

    private static List<FileEdit> lifted(Patch patch) {
        List<FileEdit> edits = new ArrayList<>();
        for (FileChange file : patch.files()) {
            List<HunkText> hunks = new ArrayList<>();
            for (Hunk h : file.hunks()) {
                hunks.add(new HunkText(h.heading(), h.oldStart(), h.newStart(), h.lines().stream()
                        .map(l -> new HunkText.Line(HunkText.Mark.valueOf(l.kind().name()), l.text(), l.inputLine())).toList()));
            }
            edits.add(PatchText.lift(file.oldPath(), file.newPath(), hunks));
        }
        return edits;
    }
}
