package folioscope.skeleton.c;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import folioscope.skeleton.Function;
import folioscope.skeleton.Stmt;

/** All that one side shows of one function, in text order; there is at least one part. */
record Group(String name, List<Part> parts) {

    Group {
        parts = List.copyOf(parts);
    }

    /** Puts the parts together by name; a head begins another function, also under a name that was there before. */
    static List<Group> of(List<Part> parts) {
        List<List<Part>> all = new ArrayList<>();
        for (Part part : parts) {
            List<Part> group = null;
            for (List<Part> earlier : all) {
                group = earlier.get(0).function().name().equals(part.function().name()) ? earlier : group;
            }
            if (group == null || part.piece().headShown()) {
                group = new ArrayList<>();
                all.add(group);
            }
            group.add(part);
        }
        return all.stream().map(g -> new Group(g.get(0).function().name(), g)).toList();
    }

    boolean headShown() {
        return parts.get(0).piece().headShown();
    }

    int hunk() {
        return parts.get(0).piece().hunk();
    }

    /** Whether the patch itself shows everything from head to closing brace. */
    boolean whole() {
        return parts.size() == 1 && headShown() && parts.get(0).piece().endShown() && parts.get(0).shown();
    }

    /** The input lines. */
    BitSet lines() {
        BitSet all = new BitSet();
        parts.forEach(part -> all.or(part.lines()));
        return all;
    }

    /** The input lines from the first to the last of each part. */
    BitSet extent() {
        BitSet all = new BitSet();
        parts.forEach(part -> all.or(part.extent()));
        return all;
    }

    /** This with the other's parts behind, under this name. */
    Group with(Group other) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(other.parts);
        return new Group(name, all);
    }

    /** The function: what lies between parts is a gap. */
    Function function() {
        Function first = parts.get(0).function();
        List<Stmt> body = new ArrayList<>();
        for (Part part : parts) {
            boolean apart = !body.isEmpty() && !(body.getLast() instanceof Stmt.Gap);
            if (apart) {
                body.add(new Stmt.Gap(part.function().origin()));
            }
            for (Stmt stmt : part.function().body().body()) {
                if (!(stmt instanceof Stmt.Gap && !body.isEmpty() && body.getLast() instanceof Stmt.Gap)) {
                    body.add(stmt);
                }
            }
        }
        return new Function(name, first.returns(), first.parameters(), new Stmt.Block(body, first.body().origin()),
                first.presence(), "", first.origin());
    }
}
