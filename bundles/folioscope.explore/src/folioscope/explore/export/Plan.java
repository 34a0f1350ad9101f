package folioscope.explore.export;

import folioscope.explore.lower.Body;
import folioscope.explore.lower.Liveness;
import folioscope.explore.lower.Op;
import folioscope.explore.lower.Program;
import folioscope.explore.lower.Site;
import folioscope.explore.lower.Val;
import folioscope.explore.machine.Space;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers the places and sites of an exported program, and says how large its memory and stacks are. */
final class Plan {

    static final int FIRST = Program.FIRST_ADDRESS;

    private final Subject subject;
    private final Steps steps;
    private final List<Routine> routines = new ArrayList<>();
    private final Map<String, Routine> byName = new HashMap<>();
    private final List<Site> sites = new ArrayList<>();
    private final int stack;

    Plan(Subject subject) {
        this.subject = subject;
        this.steps = new Steps(subject.sharing(), threads() > 1, FIRST, end());
        int place = 1;
        for (Part part : subject.parts().stream().sorted(Comparator.comparingInt(Part::number)).toList()) {
            Body body = part.body();
            Routine routine = new Routine(part, new Names(body), steps, sites.size() + 1, place);
            routines.add(routine);
            byName.put(body.name(), routine);
            sites.addAll(body.sites());
            sites.addAll(body.waits());
            place += routine.places().size() + 1;
        }
        int deepest = 0;
        Map<String, Integer> known = new HashMap<>();
        for (Routine routine : routines) {
            deepest = Math.max(deepest, depth(routine, known, new HashSet<>()));
        }
        stack = Math.min(deepest + 2, Space.STACK);
    }

    /** Slots that the stack of a thread in that function may take. */
    private int depth(Routine routine, Map<String, Integer> known, Set<String> within) {
        Integer before = known.get(routine.name());
        if (before != null) {
            return before;
        }
        if (!within.add(routine.name())) {
            return Space.STACK;
        }
        int most = 1;
        for (Place place : routine.places()) {
            int above = 0;
            if (routine.ops().get(place.index()) instanceof Op.Call c) {
                above = depth(byName.get(routine.body().callees().get(c.callee())), known, within);
            } else if (routine.ops().get(place.index()) instanceof Op.CallAt) {
                for (Routine other : pointed()) {
                    above = Math.max(above, depth(other, known, within));
                }
            }
            most = Math.max(most, place.size() + above);
        }
        within.remove(routine.name());
        int depth = Math.min(most, Space.STACK);
        known.put(routine.name(), depth);
        return depth;
    }

    /** The functions that a pointer may name. */
    List<Routine> pointed() {
        Set<String> named = new HashSet<>();
        routines.forEach(r -> r.body().mentioned().forEach(m -> {
            named.add(m);
            subject.program().global(m).ifPresent(g -> named.addAll(g.mentions()));
        }));
        return routines.stream().filter(r -> named.contains(r.name())).toList();
    }

    Subject subject() {
        return subject;
    }

    Steps steps() {
        return steps;
    }

    List<Routine> routines() {
        return routines;
    }

    Routine routine(String name) {
        return byName.get(name);
    }

    /** All sites; the first has number 1. */
    List<Site> sites() {
        return List.copyOf(sites);
    }

    int threads() {
        return subject.threads().size();
    }

    /** The first address behind the globals. */
    int end() {
        return subject.program().end();
    }

    /** The first number that is no address. */
    int limit() {
        return end() + (threads() + 1) * Space.STORAGE;
    }

    /** Cells of memory: globals, then the threads' storage. */
    int cells() {
        return end() - FIRST + (threads() + 1) * subject.storage();
    }

    /** The address of a cell. */
    int address(int cell) {
        int local = cell - (end() - FIRST);
        return local < 0 ? cell + FIRST
                : end() + local / subject.storage() * Space.STORAGE + local % subject.storage();
    }

    /** Slots of a thread's stack. */
    int stack() {
        return stack;
    }

    /** The most arguments that a function takes or is given. */
    int arguments() {
        return routines.stream().mapToInt(r -> Math.max(r.body().parameters(), r.ops().stream()
                .mapToInt(o -> o instanceof Op.CallAt c ? c.arguments().size() : 0).max().orElse(0))).max().orElse(0);
    }

    /** All places, in the order of their numbers. */
    List<Place> places() {
        List<Place> all = new ArrayList<>();
        routines.forEach(r -> {
            all.add(r.start());
            all.addAll(r.places());
        });
        return all;
    }

    /** Whether there are pointers of which nothing is known. */
    boolean wild() {
        return subject.memory().contains(Program.WILD) || has(o -> Liveness.uses(o).stream().anyMatch(Plan::names));
    }

    private static boolean names(Val val) {
        return switch (val) {
        case Val.Const c -> c.value() == Program.WILD;
        case Val.Un u -> names(u.operand());
        case Val.Bin b -> names(b.left()) || names(b.right());
        default -> false;
        };
    }

    /** Whether some function does that. */
    boolean has(java.util.function.Predicate<Op> what) {
        return routines.stream().anyMatch(r -> r.ops().stream().anyMatch(what));
    }
}
