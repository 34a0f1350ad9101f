package folioscope.explore;

import folioscope.explore.compile.CodeCache;
import folioscope.explore.export.Promela;
import folioscope.explore.lower.Program;
import folioscope.skeleton.Unit;

/** A program that is ready to be explored; it may be explored several times, also at the same time. */
public final class Compiled {

    private final Program program;
    private final Pieces pieces;

    Compiled(Unit unit, CodeCache cache, PieceCache lowered) {
        program = new Program(unit);
        pieces = new Pieces(program, cache, lowered.shelf(unit));
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

    /** Explores the run, and writes it for other model checkers as well, with the title in a comment. */
    public Exported exported(Run run, Budget budget, String title) {
        return exported(run, budget, title, true);
    }

    /** The same, with every access to memory a step of its own. */
    public Exported exportedWithoutReduction(Run run, Budget budget, String title) {
        return exported(run, budget, title, false);
    }

    private Exported exported(Run run, Budget budget, String title, boolean reduced) {
        Exploration.Explored explored = new Exploration(program, pieces, run, budget, reduced).explored();
        return new Exported(explored.outcome(), Promela.of(explored.subject(), title));
    }

    /** The Java that the program's functions become. */
    public String source() {
        return pieces.source();
    }
}
