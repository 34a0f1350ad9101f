package folioscope.cli;

import folioscope.model.KernelVersion;
import folioscope.model.ModelLibrary;
import folioscope.model.Scenario;
import java.util.List;
import java.util.Optional;

/** Finds the scenarios of a library that a word asks for. */
record ScenarioChoice(ModelLibrary library) {

    /** A scenario read at a version of the kernel. */
    record Chosen(KernelVersion kernel, Scenario scenario) { }

    /** All scenarios for each of the versions. */
    List<Chosen> all(List<KernelVersion> versions) {
        return versions.stream().flatMap(v -> library.scenarios(v).stream().map(s -> new Chosen(v, s))).toList();
    }

    /** The scenario of that id at every version that it is for. */
    List<Chosen> everywhere(String id) throws Trouble {
        named(id, Optional.empty());
        return all(library.versions()).stream().filter(c -> c.scenario().id().equals(id)).toList();
    }

    /** The scenario of that id at the version; without one, at the newest version that it is for. */
    Chosen named(String id, Optional<KernelVersion> version) throws Trouble {
        for (KernelVersion kernel : version.map(List::of).orElse(library.versions().reversed())) {
            Optional<Scenario> found = library.scenarios(kernel).stream().filter(s -> s.id().equals(id)).findFirst();
            if (found.isPresent()) {
                return new Chosen(kernel, found.get());
            }
            Optional<Scenario> other = library.allScenarios(kernel).stream().filter(s -> s.id().equals(id)).findFirst();
            if (other.isEmpty()) {
                throw new Trouble("there is no scenario " + id
                        + new Nearest(library.allScenarios(kernel).stream().map(Scenario::id).toList()).hint(id)
                        + "; 'folioscope model scenarios' lists them");
            }
        }
        throw new Trouble("scenario " + id + " is not for kernel " + version.map(KernelVersion::toString).orElse("")
                + "; leave --kernel out to run it on the newest that it is for");
    }
}
