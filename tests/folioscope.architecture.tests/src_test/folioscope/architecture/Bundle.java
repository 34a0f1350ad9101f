package folioscope.architecture;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The table of bundles, bottom first: which of ours a bundle may require, which bundles of others, and which packages
 * of others its classes may use. What it may require it may use together with what that requires in turn.
 */
enum Bundle {
    PATCH("folioscope.patch", List.of(), "org\\.eclipse\\.jgit", "org\\.eclipse\\.jgit\\..*"),
    // CDT's parser throws CoreException; nothing else of the runtime is for skeletons.
    SKELETON("folioscope.skeleton", List.of(), "folioscope\\.cdt\\.parser",
        "org\\.eclipse\\.cdt\\..*|org\\.eclipse\\.core\\.runtime\\.CoreException"),
    MODEL("folioscope.model", List.of(SKELETON), "", ""),
    EXPLORE("folioscope.explore", List.of(SKELETON), "org\\.eclipse\\.jdt\\.core\\.compiler\\.batch",
        "org\\.eclipse\\.jdt\\..*|javax\\.tools\\..*"),
    REVIEW("folioscope.review", List.of(PATCH, MODEL, EXPLORE), "", ""),
    REPORT("folioscope.report", List.of(REVIEW), "com\\.google\\.gson", "com\\.google\\.gson\\..*"),
    CLI("folioscope.cli", List.of(REPORT), "picocli", "picocli\\..*"),
    IDE("folioscope.ide", List.of(REPORT), "org\\.eclipse\\.core\\..*",
        "org\\.eclipse\\.core\\..*|org\\.osgi\\..*"),
    IDE_UI("folioscope.ide.ui", List.of(IDE),
        "org\\.eclipse\\.(core|ui|jface|swt|text|compare|help|search|e4)(\\..*)?",
        "org\\.eclipse\\.(core|ui|jface|swt|text|compare|help|search|e4)\\..*|org\\.osgi\\..*");

    private final String id;
    private final List<Bundle> requires;
    private final String libraries;
    private final String packages;

    Bundle(String id, List<Bundle> requires, String libraries, String packages) {
        this.id = id;
        this.requires = requires;
        this.libraries = libraries;
        this.packages = packages;
    }

    /** The symbolic name, which is the name of the folder and of the topmost package as well. */
    String id() {
        return id;
    }

    /** Whether the bundle runs without Eclipse. */
    boolean isCore() {
        return this != IDE && this != IDE_UI;
    }

    /** Whether the manifest may name this bundle under Require-Bundle. */
    boolean mayRequire(String symbolicName) {
        return symbolicName.matches(libraries) || requires.stream().anyMatch(b -> b.id.equals(symbolicName));
    }

    /** Whether a class of this bundle may use the class of this name. */
    boolean mayUse(String className) {
        return className.startsWith("java.") || className.matches(packages)
            || owner(className).filter(visible()::contains).isPresent();
    }

    /** This bundle and all below it that it reaches. */
    Set<Bundle> visible() {
        Set<Bundle> all = new TreeSet<>(Set.of(this));
        requires.forEach(b -> all.addAll(b.visible()));
        return all;
    }

    /** The bundle that a class or package of ours belongs to; empty for those of others. */
    static Optional<Bundle> owner(String name) {
        return List.of(values()).reversed().stream()
            .filter(b -> name.equals(b.id) || name.startsWith(b.id + "."))
            .findFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
