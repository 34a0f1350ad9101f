package folioscope.explore;

import folioscope.explore.compile.CodeCache;
import folioscope.explore.lower.Program;
import folioscope.skeleton.Unit;

/** A program that is ready to be explored; it may be explored several times, also at the same time. */
public final class Compiled {

    private final Program program;
    private final Pieces pieces;

    Compiled(Unit unit, CodeCache cache, PieceCache lowered) {
        program = new Program(unit);
        pieces = new Pieces(program, cache, lowered);
    }

    /**
     * Visits everything that the run can reach, as far as the budget goes. Functions that the run needs are compiled
     * now.
     */
    public Outcome explore(Run run, Budget budget) {
        return new Exploration(program, pieces, run, budget, true).outcome();
    }

    /** As {@link #explore}, with every access to memory a step of its own: slow, and only good to compare with. */
    Outcome exploreEverything(Run run, Budget budget) {
        return new Exploration(program, pieces, run, budget, false).outcome();
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
        Exploration.Explored explored = new Exploration(program, pieces, run, budget, reduced).explored();
        return new Exported(explored.outcome(), explored.subject());
    }

    /** The Java that the program's functions become. */
    public String source() {
        return pieces.source();
    }
}
