package folioscope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import folioscope.model.KernelVersion;
import folioscope.model.ModelLibrary;
import folioscope.model.check.CheckResult;
import folioscope.model.check.FunctionCheck;
import folioscope.model.check.KernelSource;
import folioscope.model.check.TreeCheck;
import folioscope.patch.tree.KernelTree;

/**
 * The model agrees with real kernels, or differs for a reason that its table gives. The property {@code folioscope.trees}
 * names a folder with one kernel tree for each version, under that name; versions that are not there are skipped.
 */
class KernelTreeTest {

    @ParameterizedTest
    @ValueSource(strings = { "6.1", "6.12" })
    void agreesWithTheKernelOrSaysWhyNot(String version) throws Exception {
        String trees = System.getProperty("folioscope.trees", "");
        Assumptions.assumeTrue(!trees.isEmpty() && Files.isDirectory(Path.of(trees, version)),
                "skipped: no kernel tree " + version + " in the folder that -Dfolioscope.trees names");
        try (KernelTree tree = KernelTree.open(Path.of(trees, version))) {
            assertEquals(Optional.of(version), tree.version());
            CheckResult result = TreeCheck.of(ModelLibrary.embedded(), KernelVersion.parse(version).orElseThrow(), source(tree));
            List<String> open = result.functions().stream()
                    .filter(f -> f.status() == FunctionCheck.Status.DIFFERS || f.status() == FunctionCheck.Status.ABSENT)
                    .map(f -> f.model() + " " + f.name() + " " + f.differences()).toList();
            assertEquals(List.of(), open);
            assertEquals(List.of(), result.unused(), "reasons that explain nothing");
            assertTrue(2 * result.count(FunctionCheck.Status.AGREES) > result.functions().size(), "most functions agree");
        }
    }

    private static KernelSource source(KernelTree tree) {
        return new KernelSource() {
            @Override
            public Optional<String> text(String path) {
                return tree.text(path);
            }

            @Override
            public List<String> list(String folder) {
                return tree.list(folder);
            }
        };
    }
}
