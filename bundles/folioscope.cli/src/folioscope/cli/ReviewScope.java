package folioscope.cli;

import folioscope.model.KernelVersion;
import folioscope.model.ModelLibrary;
import folioscope.review.ReviewOptions;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What of the model a review looks at, and for how long. */
final class ReviewScope {

    @Option(names = "--type", paramLabel = "T", split = ",", description = "Look only at these pgmap types, such as FS_DAX,PRIVATE.")
    private List<String> types = List.of();

    @Option(names = "--scenario", paramLabel = "S", split = ",",
            description = "Run only these scenarios, such as S08,S09; 'folioscope model scenarios' lists them.")
    private List<String> scenarios = List.of();

    @Mixin
    private ModelOptions model;

    @Mixin
    private Limits limits;

    /** The model to review with. */
    ModelLibrary library() throws Trouble {
        return model.library();
    }

    /**
     * The options of a review; what is wrong with the model at that kernel is said on the terminal.
     *
     * @param kernel the kernel asked for, or nothing: then each input has its own
     */
    ReviewOptions options(ModelLibrary library, String kernel, Terminal terminal, Progress progress) throws Trouble {
        Optional<KernelVersion> version = kernel.isEmpty() ? Optional.empty()
                : Optional.of(ModelOptions.version(library, kernel));
        model.report(library, version.orElse(library.versions().get(library.versions().size() - 1)), terminal);
        SortedSet<String> wanted = new TypeChoice(library).named(types);
        for (String scenario : scenarios) {
            new ScenarioChoice(library).named(scenario, version);
        }
        return new ReviewOptions(version, wanted, new TreeSet<>(scenarios), limits.states(), limits.millis(),
                terminal.cancelled(), progress::doing);
    }
}
