package folioscope.cli;

import folioscope.explore.Budget;
import folioscope.explore.Exported;
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
        if (!language.equals("promela")) {
            throw new Trouble("--export " + language + ": write promela");
        }
        Path folder = Path.of(output.output());
        boolean into = output.output().endsWith("/") || !output.output().isEmpty() && Files.isDirectory(folder);
        if (choices.size() > 1 && !into) {
            throw new Trouble("--export: these are " + choices.size() + " runs (" + choices.get(0).title() + ", "
                    + choices.get(1).title() + (choices.size() > 2 ? ", ..." : "")
                    + "); choose one with --kernel and --type, or write all of them into a folder with --output DIR/");
        }
        Bench bench = new Bench();
        for (Choice choice : choices) {
            String text = text(bench, choice);
            if (into) {
                put(folder, choice.name() + ".pml", text);
            } else {
                output.write(text, terminal);
            }
        }
    }

    private String text(Bench bench, Choice choice) throws Trouble {
        Exported exported = bench.exported(choice.model(), choice.scenario(), choice.cell(), true, budget);
        if (!exported.outcome().complete()) {
            throw new Trouble(choice.title() + ": " + exported.outcome().bound() + "; a run is exported only when it was explored to "
                    + "its end, so give it more with --max-states or --timeout");
        }
        return exported.promela(choice.title() + ": " + exported.outcome().states() + " states, "
                + exported.outcome().violations().size() + " violations").text();
    }

    private void put(Path folder, String name, String text) throws Trouble {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Trouble("--output " + output.output() + ": cannot be written: " + e.getMessage());
        }
    }
}
