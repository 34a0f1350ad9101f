package folioscope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

/** The classes against the table of bundles, and packages that do not know each other. */
class LayeringTest {

    private static final JavaClasses CLASSES = Classes.ofAllBundles();

    @ParameterizedTest
    @EnumSource
    void usesWhatTheTableAllows(Bundle bundle) {
        List<String> wrong = CLASSES.stream()
            .filter(c -> Bundle.owner(c.getPackageName()).equals(Optional.of(bundle)))
            .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
            .filter(d -> !allowed(bundle, d.getTargetClass().getBaseComponentType()))
            .map(Dependency::getDescription)
            .sorted().distinct().toList();
        assertEquals(List.of(), wrong);
    }

    private static boolean allowed(Bundle bundle, JavaClass target) {
        return target.isPrimitive() || bundle.mayUse(target.getName());
    }

    @Test
    void everyClassBelongsToTheBundleOfItsFolder() {
        List<String> strangers = Stream.of(Bundle.values())
            .flatMap(b -> Classes.of(b).stream()
                .filter(c -> !Bundle.owner(c.getPackageName()).equals(Optional.of(b)))
                .map(c -> c.getName() + " lies in " + b))
            .toList();
        assertEquals(List.of(), strangers);
    }

    @Test
    void packagesFormNoCycle() {
        assertEquals(List.of(), new PackageGraph(CLASSES).cycles());
    }
}
