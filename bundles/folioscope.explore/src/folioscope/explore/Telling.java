package folioscope.explore;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tells the traces of one outcome when they are asked for, by running the program along them again. The scene that
 * takes for it is made again if it was not used for long; what is kept of it is small.
 */
final class Telling {

    private final Recent<Telling, Replay> replays;
    private final Supplier<Scene> again;
    private final List<List<String>> required;
    private final int[] decided;
    private final Unpacking unpacking;
    private final boolean setup;

    /**
     * The telling for a scene in which a run was explored.
     *
     * @param again makes such a scene as it was before the run was explored
     */
    Telling(Recent<Telling, Replay> replays, Supplier<Scene> again, Scene scene, Unpacking unpacking) {
        this.replays = replays;
        this.again = again;
        this.required = List.copyOf(scene.linked().required());
        this.decided = scene.sharing().decided();
        this.unpacking = unpacking;
        this.setup = scene.setup().isPresent();
    }

    /** The trace to a moment. */
    Trace trace(Ways ways, Moment moment) {
        return new Told(this, moment.thread(), moment.choices(), ways.to(moment.state()));
    }

    /** A trace that is not worked out yet: the way to a state, and what happens there. */
    private record Told(Telling telling, int thread, int[] choices, Ways.Way way) implements Trace {

        @Override
        public List<Step> steps() {
            return telling.replay().steps(way, thread, choices);
        }

        @Override
        public Optional<Step> last() {
            return telling.replay().last(way, thread, choices);
        }

        @Override
        public int length() {
            int first = telling.setup ? 1 : 0;
            return thread == Moment.SETUP ? first : first + Math.max(0, way.states() - 1) + (thread == Moment.NOW ? 0 : 1);
        }

        @Override
        public boolean comesBy(Set<String> functions) {
            return telling.replay().comesBy(way, thread, functions);
        }
    }

    private Replay replay() {
        return replays.get(this, () -> {
            Scene scene = again.get();
            required.forEach(scene.linked()::require);
            scene.sharing().decide(decided);
            return new Replay(scene, unpacking);
        });
    }
}
