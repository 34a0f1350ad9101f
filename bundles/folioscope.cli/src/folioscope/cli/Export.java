package folioscope.cli;

import folioscope.explore.Budget;
import folioscope.explore.Exported;
import folioscope.explore.export.Tla;
import folioscope.model.KernelVersion;
import folioscope.model.Model;
import folioscope.model.Scenario;
import folioscope.review.Bench;
import folioscope.review.Cell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes runs as models for another checker. */
record Export(String language, OutputOptions output, Budget budget, Terminal terminal) {

    /** One run. */
    record Choice(KernelVersion kernel, Model model, Scenario scenario, Cell cell) {

        String title() {
            return cell + " at v" + kernel;
        }

        /** A name for a file, or a module: letters, digits and low lines. */
        String name() {
            String words = cell.scenario() + "_" + cell.type() + cell.choice().values().stream().map(v -> "_" + v)
                    .collect(Collectors.joining()) + "_v" + kernel;
            return words.replaceAll("[^A-Za-z0-9]+", "_");
        }
    }

    /** Writes all of them: one wherever the output goes, several into a folder. */
    void write(List<Choice> choices) throws Trouble {
        boolean tla = language.equals("tla");
        if (!tla && !language.equals("promela")) {
            throw new Trouble("--export " + language + ": write promela or tla");
        }
        Path at = Path.of(output.output());
        boolean into = output.output().endsWith("/") || !output.output().isEmpty() && Files.isDirectory(at);
        if (choices.size() > 1 && !into) {
            throw new Trouble("--export: these are " + choices.size() + " runs (" + choices.get(0).title() + ", "
                    + choices.get(1).title() + (choices.size() > 2 ? ", ..." : "")
                    + "); choose one with --kernel and --type, or write all of them into a folder with --output DIR/");
        }
        if (tla && !into && !at.toString().matches("(.*/)?[A-Za-z]\\w*\\.tla")) {
            throw new Trouble("--export tla: a module and its configuration are two files; say where with --output DIR/ or "
                    + "--output NAME.tla, where NAME is made of letters, digits and low lines");
        }
        Bench bench = new Bench();
        for (Choice choice : choices) {
            Exported exported = explored(bench, choice);
            String title = choice.title() + ": " + exported.outcome().states() + " states, "
                    + exported.outcome().violations().size() + " violations";
            if (tla) {
                Path module = into ? at.resolve(choice.name() + ".tla") : at;
                Tla written = exported.tla(module.getFileName().toString().replace(".tla", ""), title);
                put(module, written.module());
                put(Path.of(module.toString().replaceFirst("\\.tla$", ".cfg")), written.configuration());
            } else if (into) {
                put(at.resolve(choice.name() + ".pml"), exported.promela(title).text());
            } else {
                output.write(exported.promela(title).text(), terminal);
            }
        }
    }

    private Exported explored(Bench bench, Choice choice) throws Trouble {
        Exported exported = bench.exported(choice.model(), choice.scenario(), choice.cell(), true, budget);
        if (!exported.outcome().complete()) {
            throw new Trouble(choice.title() + ": " + exported.outcome().bound() + "; a run is exported only when it was explored to "
                    + "its end, so give it more with --max-states or --timeout");
        }
        return exported;
    }

    private void put(Path file, String text) throws Trouble {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Trouble("--output " + output.output() + ": cannot be written: " + e.getMessage());
        }
    }
}
