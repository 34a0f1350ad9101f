package folioscope.model.merge;

import folioscope.skeleton.Enumerator;
import folioscope.skeleton.FileEdit;
import folioscope.skeleton.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The numbers of the model's constants after an edit. Where most of those that the patch shows are numbered as in the model, the
 * patch's numbers are taken over, and what changes, changes by as much: bits that make room for one more. Where the model numbers
 * them otherwise (it has fewer, or smaller ones), only what is added counts, and gets a number that is free. What the patch removes stays declared, for
 * code of the model that the patch does not show and that still names it.
 */
final class Numbering {

    private final List<Enumerator> model;
    private final List<Enumerator> older;
    private final List<Enumerator> newer;
    private final SortedMap<String, Long> before = new TreeMap<>();
    private final SortedMap<String, Enumerator> mine = new TreeMap<>();

    Numbering(List<Enumerator> model, FileEdit edit) {
        this.model = model;
        this.older = edit.oldDeclarations().enumerators();
        this.newer = edit.newDeclarations().enumerators();
        older.forEach(e -> before.put(e.name(), e.value()));
        model.forEach(e -> mine.put(e.name(), e));
    }

    /** The model's constants, the changed and the added ones with the patch's origin; adds the lines that had a part in it. */
    List<Enumerator> after(SortedSet<Origin> merged) {
        SortedMap<String, Enumerator> after = new TreeMap<>(mine);
        newer.forEach(e -> carried(e, after.values().stream().toList()).ifPresent(c -> {
            after.put(c.name(), c);
            merged.add(e.origin());
        }));
        older.stream().filter(e -> newer.stream().noneMatch(n -> n.name().equals(e.name())) && mine.containsKey(e.name()))
                .forEach(e -> merged.add(e.origin()));
        List<Enumerator> all = new ArrayList<>();
        model.forEach(e -> all.add(after.remove(e.name())));
        newer.stream().filter(e -> after.containsKey(e.name())).forEach(e -> all.add(after.remove(e.name())));
        return all;
    }

    /** What becomes of a constant that the new side shows; none if the model does without it, or has it as it is. */
    private Optional<Enumerator> carried(Enumerator seen, List<Enumerator> known) {
        boolean has = mine.containsKey(seen.name());
        if (has) {
            Enumerator own = mine.get(seen.name());
            long value = own.value() + seen.value() - before.getOrDefault(seen.name(), seen.value());
            return value != own.value() && agrees(seen) && room(seen, value) ? Optional.of(numbered(own.type(), seen, value))
                    : Optional.empty();
        }
        if (before.containsKey(seen.name())) {
            return Optional.empty();
        }
        Optional<Enumerator> neighbour = neighbour(seen);
        boolean asSent = neighbour.isPresent() ? agrees(seen) && room(seen, seen.value()) : fresh(seen);
        return asSent ? Optional.of(numbered(seen.type(), seen, seen.value()))
                : neighbour.map(n -> numbered(n.type(), seen, free(n, known)));
    }

    private static Enumerator numbered(String type, Enumerator seen, long value) {
        return new Enumerator(type, seen.name(), value, seen.origin());
    }

    /** Whether two constants belong together: to an enum with a name, or by how their names begin. */
    private static boolean kin(Enumerator a, Enumerator b) {
        return a.type().equals(b.type()) && (!a.type().isEmpty() || family(a).equals(family(b)));
    }

    private static String family(Enumerator e) {
        return e.name().substring(0, e.name().indexOf('_') + 1);
    }

    /** A constant of the model that belongs to the same enum: by its name, or because the patch shows it beside it. */
    private Optional<Enumerator> neighbour(Enumerator seen) {
        return model.stream().filter(m -> !seen.type().isEmpty() && m.type().equals(seen.type())
                || newer.stream().anyMatch(n -> kin(n, seen) && n.name().equals(m.name()))).findFirst();
    }

    /** Whether the patch shows others of the same enum, and most that the model has are numbered there as in the patch before. */
    private boolean agrees(Enumerator seen) {
        List<Enumerator> others = older.stream().filter(o -> kin(o, seen) && mine.containsKey(o.name())).toList();
        long same = others.stream().filter(o -> mine.get(o.name()).value() == o.value()).count();
        return !others.isEmpty() && 2 * same > others.size();
    }

    /** Whether no constant of the model that the patch does not show, and that belongs to the same enum, has the number. */
    private boolean room(Enumerator seen, long value) {
        return model.stream().noneMatch(m -> kin(m, seen) && m.value() == value
                && newer.stream().noneMatch(n -> n.name().equals(m.name())));
    }

    /** Whether the patch brings the whole enum, or a number of its own. */
    private boolean fresh(Enumerator seen) {
        return older.stream().noneMatch(o -> kin(o, seen));
    }

    /** A number that no constant of the enum has: the next bit where they are bits, else the next one. */
    private static long free(Enumerator neighbour, List<Enumerator> known) {
        List<Long> values = known.stream().filter(e -> kin(e, neighbour)).map(Enumerator::value).toList();
        long most = values.stream().max(Long::compare).orElse(0L);
        boolean bits = values.size() > 2 && values.stream().allMatch(v -> Long.bitCount(v) <= 1);
        return bits ? Long.highestOneBit(most) << 1 : most + 1;
    }
}
