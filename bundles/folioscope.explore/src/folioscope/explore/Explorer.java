package folioscope.explore;

import folioscope.explore.compile.CodeCache;
import folioscope.skeleton.Unit;

/**
 * Compiles programs. Functions whose Java is the same in several programs are compiled once, so one explorer should
 * serve a whole review. It may be used from several threads.
 */
public final class Explorer {

    private final CodeCache cache = new CodeCache();
    private final PieceCache lowered = new PieceCache();

    /** Makes a unit ready for exploration. Whatever is wrong in it becomes an unknown of the outcome. */
    public Compiled compile(Unit unit) {
        return new Compiled(unit, cache, lowered);
    }
}
