package folioscope.cli;

import folioscope.model.ModelLibrary;
import folioscope.model.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which scenarios are there? */
@Command(name = "scenarios", mixinStandardHelpOptions = true, sortOptions = false,
        description = { "Lists the scenarios for a kernel version: id, what happens in it, what it asks, for which types and kernels." })
final class ModelScenarios implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private AtKernel at;

    ModelScenarios(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Trouble {
        ModelLibrary library = at.library();
        for (Scenario scenario : library.scenarios(at.version(library))) {
            terminal.out().print(String.format(Locale.ROOT, "%-5s %s\n      %s\n      %s; kernels %s\n", scenario.id(), scenario.title(),
                    scenario.asks(), types(scenario.types()), kernels(scenario)));
        }
        terminal.out().flush();
        return Main.NOTHING;
    }

    private static String types(List<String> types) {
        return types.isEmpty() ? "no pgmap type" : String.join(", ", types);
    }

    private static String kernels(Scenario scenario) {
        String first = scenario.first().map(Object::toString).orElse("");
        String last = scenario.last().map(Object::toString).orElse("");
        return first.isEmpty() && last.isEmpty() ? "all" : first + ".." + last;
    }
}
