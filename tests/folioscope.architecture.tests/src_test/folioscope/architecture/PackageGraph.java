package folioscope.architecture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

/**
 * Which package of ours uses which, each use with one example. The way from a package into its own subpackages is left
 * out: a bundle's topmost package holds its values and its entry points, and the subpackages are the inside of those.
 */
final class PackageGraph {

    private final Map<String, Map<String, String>> uses = new TreeMap<>();

    PackageGraph(JavaClasses classes) {
        for (JavaClass from : classes) {
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                add(from.getPackageName(), dependency);
            }
        }
    }

    private void add(String from, Dependency dependency) {
        String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
        if (!to.equals(from) && to.startsWith("folioscope.") && !to.startsWith(from + ".")) {
            uses.computeIfAbsent(from, name -> new TreeMap<>())
                .merge(to, dependency.getDescription(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
    }

    /** A cycle for each package that reaches itself, said as the uses it consists of; no cycle is said twice. */
    List<String> cycles() {
        List<String> cycles = new ArrayList<>();
        Set<String> done = new TreeSet<>();
        for (String start : uses.keySet()) {
            LinkedHashSet<String> path = new LinkedHashSet<>();
            if (!done.contains(start) && leadsTo(start, start, path, new TreeSet<>())) {
                done.addAll(path);
                cycles.add(describe(List.copyOf(path)));
            }
        }
        return cycles;
    }

    private boolean leadsTo(String at, String goal, LinkedHashSet<String> path, Set<String> seen) {
        path.add(at);
        for (String next : uses.getOrDefault(at, Map.of()).keySet()) {
            if (next.equals(goal) || seen.add(next) && leadsTo(next, goal, path, seen)) {
                return true;
            }
        }
        path.remove(at);
        return false;
    }

    private String describe(List<String> path) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < path.size(); i++) {
            String to = path.get((i + 1) % path.size());
            text.append("\n    ").append(path.get(i)).append(" -> ").append(to)
                .append(": ").append(uses.get(path.get(i)).get(to));
        }
        return text.toString();
    }
}
