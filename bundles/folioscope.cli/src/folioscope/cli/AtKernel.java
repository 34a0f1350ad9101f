package folioscope.cli;

import folioscope.model.KernelVersion;
import folioscope.model.ModelLibrary;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The model at a version of the kernel. */
final class AtKernel {

    @Option(names = "--kernel", paramLabel = "V", description = "The kernel's version, such as 6.14; without it the newest.")
    private String kernel = "";

    @Mixin
    private ModelOptions model;

    /** The library that the options ask for. */
    ModelLibrary library() throws Trouble {
        return model.library();
    }

    /** The version that the options ask for. */
    KernelVersion version(ModelLibrary library) throws Trouble {
        List<KernelVersion> all = library.versions();
        return kernel.isEmpty() ? all.get(all.size() - 1) : ModelOptions.version(library, kernel);
    }
}
