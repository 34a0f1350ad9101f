package folioscope.cli;

import folioscope.model.KernelVersion;
import folioscope.model.ModelLibrary;
import folioscope.model.Scenario;
import folioscope.skeleton.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A file of the user's with a scenario, or a program from C alone. */
record ScenarioFile(String name, Terminal terminal) {

    /** The scenario for each of the versions that it is for. What in it cannot be read is said on standard error, once. */
    List<ScenarioChoice.Chosen> at(ModelLibrary library, List<KernelVersion> versions) throws Trouble {
        String text = text();
        Set<Problem> problems = new LinkedHashSet<>();
        List<ScenarioChoice.Chosen> chosen = new ArrayList<>();
        for (KernelVersion version : versions) {
            problems.addAll(library.problems(name, text, version));
            Scenario scenario = library.scenario(name, text, version);
            if (scenario.threads().isEmpty()) {
                throw new Trouble(name + ":1: the file does not start with a comment that has a line 'threads: ...'; "
                        + "'folioscope run --help' shows one");
            }
            if (scenario.runsOn(version)) {
                chosen.add(new ScenarioChoice.Chosen(version, scenario));
            }
        }
        problems.forEach(p -> terminal.locate(p.origin().path(), p.origin().line(), p.message()));
        return chosen;
    }

    private String text() throws Trouble {
        try {
            return Files.readString(Path.of(name));
        } catch (NoSuchFileException e) {
            throw new Trouble(name + ": there is no such file");
        } catch (IOException e) {
            throw new Trouble(name + ": cannot be read as UTF-8 text: " + e.getMessage());
        }
    }
}
