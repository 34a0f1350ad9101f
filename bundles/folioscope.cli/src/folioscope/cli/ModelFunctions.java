package folioscope.cli;

import folioscope.model.ModelLibrary;
import folioscope.skeleton.Function;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which functions does the model have? */
@Command(name = "functions", mixinStandardHelpOptions = true, sortOptions = false,
        description = { "Lists the functions of the model: kernel path, name." })
final class ModelFunctions implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private AtKernel at;

    ModelFunctions(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Trouble {
        ModelLibrary library = at.library();
        SortedSet<String> lines = new TreeSet<>();
        for (Function function : library.model(at.version(library)).unit().functions()) {
            lines.add(String.format(Locale.ROOT, "%-45s %s\n", function.origin().path(), function.name()));
        }
        lines.forEach(terminal.out()::print);
        terminal.out().flush();
        return Main.NOTHING;
    }
}
