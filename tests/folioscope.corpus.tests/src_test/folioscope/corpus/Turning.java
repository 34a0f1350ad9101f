package folioscope.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import folioscope.skeleton.CText;
import folioscope.skeleton.Walk;

/**
 * Turns statements of the model around, each by itself, and sees which cells of the outcome table notice. A statement is
 * turned at the first kernel whose cells come by it; if nobody notices, also at later ones where its function reads otherwise.
 */
final class Turning {

    /** What becomes of a turn: a cell notices, or none does, or no cell comes by the statement. */
    enum Fate { KILLED, SURVIVED, NOT_REACHED }

    private final SortedMap<Turn.Key, Fate> fates = new TreeMap<>();
    private final Map<Turn.Key, Set<String>> tried = new TreeMap<>();
    private final List<String> disturbed = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** Goes through the kernels in their order. */
    Turning(List<String> kernels, Predicate<Turn.Key> chosen) {
        kernels.forEach(k -> at(k, chosen));
    }

    private void at(String kernel, Predicate<Turn.Key> chosen) {
        Course course = new Course(kernel);
        List<Turn> turns = course.turns().stream().filter(t -> chosen.test(t.key()) && open(t)).toList();
        if (turns.isEmpty()) {
            return;
        }
        long start = System.nanoTime();
        course.walk(turns);
        disturbed.addAll(course.disturbed());
        long walked = System.nanoTime();
        turns.forEach(t -> fates.putIfAbsent(t.key(), Fate.NOT_REACHED));
        List<Turn> reached = turns.stream().filter(course::reaches).toList();
        Set<Turn.Key> killed = ConcurrentHashMap.newKeySet();
        reached.parallelStream().filter(course::notices).forEach(t -> killed.add(t.key()));
        reached.forEach(t -> {
            fates.put(t.key(), killed.contains(t.key()) ? Fate.KILLED : Fate.SURVIVED);
            tried.computeIfAbsent(t.key(), k -> new TreeSet<>()).add(text(t));
        });
        notes.add(kernel + ": " + turns.size() + " statements, " + reached.size() + " come by, " + killed.size() + " noticed; "
                + (walked - start) / 1_000_000 + " + " + (System.nanoTime() - walked) / 1_000_000 + " ms");
    }

    private boolean open(Turn turn) {
        return fates.get(turn.key()) != Fate.KILLED
                && !tried.getOrDefault(turn.key(), Set.of()).contains(text(turn));
    }

    private static String text(Turn turn) {
        StringBuilder text = new StringBuilder();
        Walk.statements(turn.function().body(), s -> text.append(CText.of(s)).append('\n'));
        return text.toString();
    }

    /** What became of each turn that was chosen. */
    SortedMap<Turn.Key, Fate> fates() {
        return fates;
    }

    /** Cells that are counted otherwise than in the outcome table, with no statement turned around. */
    List<String> disturbed() {
        return disturbed;
    }

    /** A line for each kernel: how many statements, and how long it took. */
    List<String> notes() {
        return notes;
    }
}
