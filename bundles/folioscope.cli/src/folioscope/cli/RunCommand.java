package folioscope.cli;

import folioscope.explore.Budget;
import folioscope.explore.Outcome;
import folioscope.model.KernelVersion;
import folioscope.model.Model;
import folioscope.model.ModelLibrary;
import folioscope.report.Format;
import folioscope.review.Bench;
import folioscope.review.Cell;
import folioscope.review.Ran;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can happen on the model as it is? */
@Command(name = "run", mixinStandardHelpOptions = true, sortOptions = false, abbreviateSynopsis = true,
        description = {
            "Runs scenarios through all interleavings on the model as it is, without a patch: what goes wrong and how, how many "
                + "states and steps there are, which values were observed.",
            "" },
        footer = {
            "",
            "Examples:",
            "  folioscope run S09                      on the newest kernel that the scenario is for",
            "  folioscope run S09 --kernel all --type FS_DAX",
            "  folioscope run all --kernel 5.17 --format json",
            "  folioscope run my-scenario.c",
            "  folioscope run S08b --type FS_DAX --export promela --output S08b/     one model for SPIN for each run",
            "",
            "A C file starts with a comment such as",
            "  /* scenario: X01 two threads and a flag",
            "   * types: FS_DAX            the pgmap types to run it for",
            "   * threads: left, right     functions without parameters that run interleaved; setup and end run alone",
            "   * model: none              only for a program that needs nothing of the model",
            "   */",
            "",
            "Exit status: 0 nothing went wrong (a run that was cut short is inconclusive, and that is said), 1 something can go",
            "wrong, 2 the arguments are unusable, 130 interrupted." })
final class RunCommand implements Callable<Integer> {

    private static final String ALL = "all";

    private final Terminal terminal;

    @Parameters(paramLabel = "SCENARIO|all|FILE.c", description = "The id of a scenario, all of them, or a file with one.")
    private String what = "";

    @Option(names = "--kernel", paramLabel = "V|all", description = "The kernel's version, or all that the model is kept for; "
            + "without it the newest that the scenario is for.")
    private String kernel = "";

    @Option(names = "--type", paramLabel = "T", split = ",", description = "Run only for these pgmap types, such as FS_DAX,PRIVATE.")
    private List<String> types = List.of();

    @Option(names = "--export", paramLabel = "promela|tla", description = {
        "Write the runs as models for another checker instead of what happens in them: promela for SPIN, tla for TLC.",
        "One model for SPIN goes to standard output or to --output FILE, several runs, and those for TLC, into the folder of "
            + "--output DIR/." })
    private String export = "";

    @Mixin
    private OutputOptions output;

    @Mixin
    private ModelOptions model;

    @Mixin
    private Limits limits;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Trouble {
        if (!export.isEmpty()) {
            return exported();
        }
        Format format = output.format(terminal);
        List<Ran> runs = new ArrayList<>();
        try (Progress progress = new Progress(terminal)) {
            ModelLibrary library = model.library();
            Bench bench = new Bench();
            SortedSet<String> wanted = new TypeChoice(library).named(types);
            List<ScenarioChoice.Chosen> chosen = chosen(library);
            for (ScenarioChoice.Chosen one : chosen) {
                model.report(library, one.kernel(), terminal);
                run(one, library, wanted, bench, progress, runs);
            }
        }
        if (runs.isEmpty()) {
            throw nothing();
        }
        output.write(format.runs(runs), terminal);
        if (terminal.cancelled().getAsBoolean()) {
            terminal.say("interrupted: what was not explored is inconclusive");
        }
        return runs.stream().allMatch(r -> r.outcome().violations().isEmpty()) ? Main.NOTHING : Main.SOMETHING;
    }

    private Integer exported() throws Trouble {
        ModelLibrary library = model.library();
        Export to = new Export(export, output, new Budget(limits.states(), limits.millis(), terminal.cancelled()), terminal);
        SortedSet<String> wanted = new TypeChoice(library).named(types);
        List<Export.Choice> cells = new ArrayList<>();
        for (ScenarioChoice.Chosen one : chosen(library)) {
            model.report(library, one.kernel(), terminal);
            Model at = library.model(one.kernel());
            Bench.cells(one.scenario(), at, wanted.isEmpty() ? at.types() : wanted)
                    .forEach(c -> cells.add(new Export.Choice(one.kernel(), at, one.scenario(), c)));
        }
        if (cells.isEmpty()) {
            throw nothing();
        }
        to.write(cells);
        return Main.NOTHING;
    }

    private Trouble nothing() {
        return new Trouble(what + ": nothing to run" + (types.isEmpty() ? "" : " for type " + String.join(", ", types))
                + (kernel.isEmpty() ? "" : " on kernel " + kernel) + "; 'folioscope model scenarios' says what runs for which types");
    }

    private void run(ScenarioChoice.Chosen chosen, ModelLibrary library, SortedSet<String> wanted, Bench bench, Progress progress,
            List<Ran> runs) throws Trouble {
        Budget budget = new Budget(limits.states(), limits.millis(), terminal.cancelled());
        Model at = library.model(chosen.kernel());
        for (Cell cell : Bench.cells(chosen.scenario(), at, wanted.isEmpty() ? at.types() : wanted)) {
            if (!terminal.cancelled().getAsBoolean()) {
                progress.about("v" + chosen.kernel() + " " + cell);
                Outcome outcome = bench.outcome(at, chosen.scenario(), cell, true, budget);
                runs.add(new Ran(chosen.kernel(), chosen.scenario(), cell, true, outcome));
            }
        }
    }

    private List<ScenarioChoice.Chosen> chosen(ModelLibrary library) throws Trouble {
        if (what.endsWith(".c")) {
            return new ScenarioFile(what, terminal).at(library, versions(library));
        }
        ScenarioChoice choice = new ScenarioChoice(library);
        if (what.equals(ALL)) {
            return choice.all(versions(library));
        }
        if (kernel.equals(ALL)) {
            return choice.everywhere(what);
        }
        return List.of(choice.named(what, kernel.isEmpty() ? Optional.empty() : Optional.of(ModelOptions.version(library, kernel))));
    }

    private List<KernelVersion> versions(ModelLibrary library) throws Trouble {
        List<KernelVersion> all = library.versions();
        return kernel.equals(ALL) ? all
                : List.of(kernel.isEmpty() ? all.get(all.size() - 1) : ModelOptions.version(library, kernel));
    }
}
