package folioscope.cli;

import folioscope.model.Baseline;
import folioscope.model.KernelVersion;
import folioscope.model.ModelLibrary;
import folioscope.skeleton.Function;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What does a function of the model do? */
@Command(name = "show", mixinStandardHelpOptions = true, sortOptions = false,
        description = { "Prints a function of the model: where it stands, its comment, and its C." })
final class ModelShow implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "The function's name, as in the kernel.")
    private String name = "";

    @Mixin
    private AtKernel at;

    ModelShow(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Trouble {
        ModelLibrary library = at.library();
        KernelVersion version = at.version(library);
        List<Function> found = functions(library, version);
        if (found.isEmpty()) {
            throw new Trouble(name + ": the model has no such function at v" + version + elsewhere(library, version));
        }
        for (Function function : found) {
            terminal.out().print("/* v" + version + " " + function.origin().path() + ":" + function.origin().line() + " of the model */\n"
                    + Listing.of(function));
        }
        terminal.out().flush();
        return Main.NOTHING;
    }

    private List<Function> functions(ModelLibrary library, KernelVersion version) {
        return library.model(version).unit().functions().stream().filter(f -> f.name().equals(name)).toList();
    }

    /** Where else it is, looked for in the last version of each era; or what it may be called. */
    private String elsewhere(ModelLibrary library, KernelVersion version) {
        String era = "";
        for (Baseline baseline : library.baselines().reversed()) {
            if (!baseline.era().equals(era) && !functions(library, baseline.version()).isEmpty()) {
                return ", but at v" + baseline.version() + "; add --kernel " + baseline.version();
            }
            era = baseline.era();
        }
        List<String> names = library.model(version).unit().functions().stream().map(Function::name).toList();
        return new Nearest(names).hint(name) + "; 'folioscope model functions' lists them";
    }
}
