package folioscope.explore;

import folioscope.explore.compile.CodeCache;
import folioscope.explore.lower.Program;
import folioscope.skeleton.Unit;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Compiles programs. Functions whose Java is the same in several programs are compiled once, so one explorer should
 * serve a whole review. It may be used from several threads.
 */
public final class Explorer {

    /** A scene takes as much memory as a hundred outcomes. */
    private static final int MOST_SCENES = 16;

    private static final int MOST_PROGRAMS = 6;

    private final CodeCache cache = new CodeCache();
    private final PieceCache lowered = new PieceCache();

    /** The programs compiled last, the last one first: the next is often a variant of one of them. */
    private final Deque<Compiled> last = new ConcurrentLinkedDeque<>();
    private final Recent<Telling, Replay> replays = new Recent<>(MOST_SCENES);

    /** Makes a unit ready for exploration. Whatever is wrong in it becomes an unknown of the outcome. */
    public Compiled compile(Unit unit) {
        Optional<Compiled> variant = last.stream().flatMap(c -> c.variant(unit).stream()).findFirst();
        Compiled compiled = variant.orElseGet(() -> {
            Program program = new Program(unit);
            return new Compiled(unit, this, program, new Pieces(program, cache, lowered));
        });
        last.addFirst(compiled);
        while (last.size() > MOST_PROGRAMS) {
            last.pollLast();
        }
        return compiled;
    }

    /** What tells the traces of a run that was explored in this scene; the scene serves for it while it is recent. */
    Telling telling(Unit unit, Run run, Scene scene, Packing packing) {
        Unpacking unpacking = packing.unpacking(scene.machine().m);
        Telling telling = new Telling(replays, () -> compile(unit).scene(run), scene, unpacking);
        replays.get(telling, () -> new Replay(scene, unpacking));
        return telling;
    }
}
