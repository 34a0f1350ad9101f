package folioscope.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The compiled classes of the bundles, without their tests. */
final class Classes {

    private Classes() {
    }

    static JavaClasses ofAllBundles() {
        return of(Bundle.values());
    }

    static JavaClasses ofCore() {
        return of(Stream.of(Bundle.values()).filter(Bundle::isCore).toArray(Bundle[]::new));
    }

    static JavaClasses of(Bundle... bundles) {
        Sources sources = Sources.find();
        List<Path> folders = Stream.of(bundles).map(sources::classes).toList();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new IllegalStateException(folder + " is missing: build the bundles first");
            }
        }
        return new ClassFileImporter().importPaths(folders);
    }
}
