package folioscope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The manifests against the table of bundles: they are the only way to add a dependency. */
class ManifestTest {

    private static final Sources SOURCES = Sources.find();

    @Test
    void tableNamesEveryBundle() {
        assertEquals(new TreeSet<>(Stream.of(Bundle.values()).map(Bundle::id).toList()),
            new TreeSet<>(SOURCES.bundleFolders()));
    }

    @ParameterizedTest
    @EnumSource
    void requiresWhatTheTableAllows(Bundle bundle) {
        assertEquals(List.of(),
            SOURCES.header(bundle, "Require-Bundle").stream().filter(name -> !bundle.mayRequire(name)).toList());
    }

    @ParameterizedTest
    @EnumSource
    void requiresBundlesAndNotPackages(Bundle bundle) {
        assertEquals(List.of(), SOURCES.header(bundle, "Import-Package"));
    }

    @ParameterizedTest
    @EnumSource
    void exportsEveryPackageOfTheCore(Bundle bundle) {
        TreeSet<String> expected = bundle.isCore() ? SOURCES.packages(bundle)
            : new TreeSet<>(SOURCES.header(bundle, "Export-Package"));
        assertEquals(expected, new TreeSet<>(SOURCES.header(bundle, "Export-Package")));
    }

    @ParameterizedTest
    @EnumSource
    void runsOnJava21(Bundle bundle) {
        assertEquals(List.of("JavaSE-21"), SOURCES.header(bundle, "Bundle-RequiredExecutionEnvironment"));
    }
}
