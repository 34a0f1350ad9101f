package folioscope.cli;

import folioscope.model.KernelVersion;
import folioscope.model.ModelLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the model comes from. */
final class ModelOptions {

    @Option(names = "--model", paramLabel = "DIR", description = {
        "A folder with files that replace or join the embedded model's: kernel/mm/gup.c, scenarios/my-own.c.",
        "'folioscope model show' prints what is there now." })
    private String folder = "";

    /** The library that the options ask for. */
    ModelLibrary library() throws Trouble {
        if (folder.isEmpty()) {
            return ModelLibrary.embedded();
        }
        Path path = Path.of(folder);
        if (!Files.isDirectory(path.resolve("kernel")) && !Files.isDirectory(path.resolve("scenarios"))) {
            throw new Trouble("--model " + folder + ": this is no folder with a folder 'kernel' or 'scenarios' in it");
        }
        try {
            return ModelLibrary.with(path);
        } catch (IOException e) {
            throw new Trouble("--model " + folder + ": cannot be read: " + e.getMessage());
        }
    }

    /** A kernel version as the user wrote it: one that the library's model covers. */
    static KernelVersion version(ModelLibrary library, String text) throws Trouble {
        List<KernelVersion> all = library.versions();
        KernelVersion first = all.get(0);
        KernelVersion last = all.get(all.size() - 1);
        Optional<KernelVersion> version = KernelVersion.parse(text);
        if (version.isEmpty()) {
            throw new Trouble("--kernel " + text + ": this is no kernel version; write one such as " + last);
        }
        if (version.get().compareTo(first) < 0 || version.get().compareTo(last) > 0) {
            throw new Trouble("--kernel " + text + ": the model knows the kernels from " + first + " to " + last);
        }
        return version.get();
    }

    /** Says on standard error what in the user's own model files cannot be read. */
    void report(ModelLibrary library, KernelVersion version, Terminal terminal) {
        if (!folder.isEmpty()) {
            library.problems(version).forEach(p -> terminal.locate(p.origin().path(), p.origin().line(), p.message()));
        }
    }
}
