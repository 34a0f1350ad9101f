package folioscope.cli;

import folioscope.model.KernelVersion;
import folioscope.model.ModelLibrary;
import folioscope.model.check.CheckResult;
import folioscope.model.check.KernelSource;
import folioscope.model.check.TreeCheck;
import folioscope.patch.tree.KernelTree;
import folioscope.report.CheckJson;
import folioscope.report.CheckText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Does the model say what the kernel's source says? */
@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false,
        description = {
            "Holds the model against a kernel tree: for each function that the model has, whether it says the same of the life",
            "of a page as the function in the tree, and what only one of them says.",
            "" },
        footer = {
            "",
            "Examples:",
            "  folioscope model check --tree ~/linux",
            "  folioscope model check --tree linux-source-6.12 --format json --output check.json",
            "",
            "Exit status: 0 all functions agree, or differ for a stated reason; 1 some differ; 2 the tree or the arguments are",
            "unusable." })
final class ModelCheck implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private TreeOption tree;

    @Option(names = "--kernel", paramLabel = "V",
            description = "The kernel's version, such as 6.12; without it, that of the tree's Makefile.")
    private String kernel = "";

    @Option(names = "--all", description = "In text, show explained differences as well.")
    private boolean all;

    @Mixin
    private ModelOptions model;

    @Mixin
    private OutputOptions output;

    ModelCheck(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Trouble {
        if (!tree.given()) {
            throw new Trouble("model check needs a kernel tree: --tree DIR");
        }
        ModelLibrary library = model.library();
        boolean json = output.format(terminal).name().equals("json");
        try (KernelTree opened = tree.tree()) {
            KernelVersion version = version(library, opened);
            model.report(library, version, terminal);
            CheckResult result = TreeCheck.of(library, version, new Source(opened));
            if (result.nothingFound()) {
                throw new Trouble("--tree " + opened.name() + ": none of the model's functions is there; is this a kernel's source?");
            }
            output.write(json ? CheckJson.of(result) : CheckText.of(result, all), terminal);
            return result.settled() ? Main.NOTHING : Main.SOMETHING;
        }
    }

    private KernelVersion version(ModelLibrary library, KernelTree opened) throws Trouble {
        String text = kernel.isEmpty() ? opened.version().orElse("") : kernel;
        if (text.isEmpty()) {
            throw new Trouble("--tree " + opened.name() + ": its Makefile does not say which kernel it is; say so with --kernel");
        }
        return ModelOptions.version(library, text);
    }

    /** The tree as the check reads it. */
    private record Source(KernelTree tree) implements KernelSource {

        @Override
        public Optional<String> text(String path) {
            return tree.text(path);
        }

        @Override
        public List<String> list(String folder) {
            return tree.list(folder);
        }
    }
}
