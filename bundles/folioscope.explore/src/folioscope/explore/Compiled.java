package folioscope.explore;

import folioscope.explore.lower.Program;
import folioscope.skeleton.Unit;
import java.util.Optional;

/** A program that is ready to be explored; it may be explored several times, also at the same time. */
public final class Compiled {

    private final Unit unit;
    private final Explorer explorer;
    private final Program program;
    private final Pieces pieces;

    Compiled(Unit unit, Explorer explorer, Program program, Pieces pieces) {
        this.unit = unit;
        this.explorer = explorer;
        this.program = program;
        this.pieces = pieces;
    }

    /** Another unit made ready, if it differs in nothing but bodies of functions. */
    Optional<Compiled> variant(Unit other) {
        return other == unit ? Optional.of(this)
                : program.variant(other).map(p -> new Compiled(other, explorer, p, pieces.variant(p)));
    }

    /**
     * Visits everything that the run can reach, as far as the budget goes. Functions that the run needs are compiled
     * now.
     */
    public Outcome explore(Run run, Budget budget) {
        return new Exploration(this, run, budget, true).outcome();
    }

    /** As {@link #explore}, with every access to memory a step of its own: slow, and only good to compare with. */
    Outcome exploreEverything(Run run, Budget budget) {
        return new Exploration(this, run, budget, false).outcome();
    }

    /** Explores the run so that it can be written for other model checkers as well. */
    public Exported exported(Run run, Budget budget) {
        return exported(run, budget, true);
    }

    /** The same, with every access to memory a step of its own. */
    public Exported exportedWithoutReduction(Run run, Budget budget) {
        return exported(run, budget, false);
    }

    private Exported exported(Run run, Budget budget, boolean reduced) {
        Exploration.Explored explored = new Exploration(this, run, budget, reduced).explored();
        return new Exported(explored.outcome(), explored.subject());
    }

    /** The Java that the program's functions become. */
    public String source() {
        return pieces.source();
    }

    Program program() {
        return program;
    }

    /** All that the run needs. */
    Scene scene(Run run) {
        return new Scene(program, pieces, run);
    }

    /** What tells the traces of a run that was explored in this scene. */
    Telling telling(Run run, Scene scene, Packing packing) {
        return explorer.telling(unit, run, scene, packing);
    }
}
