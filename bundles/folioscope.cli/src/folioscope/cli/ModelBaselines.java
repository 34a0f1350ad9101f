package folioscope.cli;

import folioscope.model.Baseline;
import folioscope.model.ModelLibrary;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which kernels does the model know? */
@Command(name = "baselines", mixinStandardHelpOptions = true, sortOptions = false,
        description = { "Lists the kernel versions that the model is kept for: version, day of release, era, pgmap types." })
final class ModelBaselines implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private ModelOptions model;

    ModelBaselines(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Trouble {
        ModelLibrary library = model.library();
        for (Baseline baseline : library.baselines()) {
            terminal.out().print(String.format(Locale.ROOT, "%-6s %s  %-4s %s\n", baseline.version(), baseline.released(), baseline.era(),
                    String.join(" ", library.model(baseline.version()).types())));
        }
        terminal.out().flush();
        return Main.NOTHING;
    }
}
