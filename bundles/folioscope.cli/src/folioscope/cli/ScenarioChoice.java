package folioscope.cli;

import folioscope.model.KernelVersion;
import folioscope.model.ModelLibrary;
import folioscope.model.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the scenarios of a library that a word asks for. */
record ScenarioChoice(ModelLibrary library) {

    /** A scenario read at a version of the kernel. */
    record Chosen(KernelVersion kernel, Scenario scenario) { }

    /** The scenario of that id at the version; without one, at the newest version that it is for. */
    Chosen named(String id, Optional<KernelVersion> version) throws Trouble {
        SortedSet<String> ids = new TreeSet<>();
        for (KernelVersion kernel : version.map(List::of).orElse(library.versions().reversed())) {
            for (Scenario scenario : library.scenarios(kernel)) {
                if (scenario.id().equals(id)) {
                    return new Chosen(kernel, scenario);
                }
                ids.add(scenario.id());
            }
        }
        throw new Trouble("there is no scenario " + id + version.map(v -> " for kernel " + v).orElse("") + hint(id, ids)
                + "; 'folioscope model scenarios' lists them");
    }

    private static String hint(String id, SortedSet<String> ids) {
        String start = id.toUpperCase(Locale.ROOT);
        List<String> near = ids.stream().filter(i -> {
            String upper = i.toUpperCase(Locale.ROOT);
            return upper.startsWith(start) || start.startsWith(upper);
        }).limit(4).toList();
        return near.isEmpty() ? "" : ", but " + String.join(", ", near);
    }
}
