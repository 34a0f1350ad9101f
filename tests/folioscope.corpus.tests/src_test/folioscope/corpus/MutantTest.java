package folioscope.corpus;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import folioscope.explore.Outcome;
import folioscope.model.Model;
import folioscope.skeleton.Unit;

/** No statement of the model is there for nothing: turned around, some cell of the outcome table comes out differently. */
class MutantTest {

    private final Map<String, Lab> labs = new ConcurrentHashMap<>();

    static List<Mutant> mutants() {
        return Checkout.lines(Checkout.data("mutants.tsv")).stream().filter(l -> !l.startsWith("#")).map(Mutant::parse).toList();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void someCellNotices(Mutant mutant) {
        Lab lab = labs.computeIfAbsent(mutant.kernel(), Lab::new);
        Model model = lab.model("-");
        Optional<Unit> turned = mutant.in(model.unit());
        assertTrue(turned.isPresent(), () -> "the model has no such statement: " + mutant);
        Model other = new Model(model.kernel(), turned.orElseThrow(), model.types());
        Optional<Lab.Known> notices = lab.cells().stream().filter(c -> c.scenario().id().equals(mutant.scenario()))
                .filter(c -> !said(lab.run(model, c)).equals(said(lab.run(other, c)))).findFirst();
        assertTrue(notices.isPresent(), () -> "survives: " + mutant);
    }

    @Test
    void thereAreTenAtLeast() {
        assertFalse(mutants().size() < 10, "fewer than ten mutants");
    }

    /** What a cell comes out as: violations, observations, states. */
    private static List<String> said(Outcome outcome) {
        return Stream.concat(Stream.of(outcome.complete() + " " + outcome.states()),
                Stream.concat(outcome.violations().stream().map(v -> v.kind() + " " + v.effect() + " " + v.message()),
                        outcome.observations().stream().map(o -> o.name() + "=" + o.value()))).toList();
    }
}
