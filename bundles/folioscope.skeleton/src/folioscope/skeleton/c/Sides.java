package folioscope.skeleton.c;

import java.util.List;
import java.util.Optional;

import folioscope.skeleton.Function;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Type;

/** The two sides of an edit; a side is missing only where the patch shows that there is no such function. */
record Sides(String oldName, String newName, Optional<Function> oldSide, Optional<Function> newSide) {

    static Sides of(Optional<Group> older, Optional<Group> newer, String oldPath, String newPath) {
        Optional<Function> oldSide = older.map(Group::function);
        Optional<Function> newSide = newer.map(Group::function);
        if (oldSide.isEmpty() && !newer.orElseThrow().headShown()) {
            oldSide = Optional.of(unseen(newSide.orElseThrow(), new Origin(Origin.Side.OLD, oldPath, 0)));
        }
        if (newSide.isEmpty() && !older.orElseThrow().headShown()) {
            newSide = Optional.of(unseen(oldSide.orElseThrow(), new Origin(Origin.Side.NEW, newPath, 0)));
        }
        return new Sides(oldSide.map(Function::name).orElse(""), newSide.map(Function::name).orElse(""), oldSide, newSide);
    }

    private static Function unseen(Function other, Origin origin) {
        return new Function(other.name(), Type.UNKNOWN, List.of(), new Stmt.Block(List.of(new Stmt.Gap(origin)), origin),
                other.presence(), "", origin);
    }
}
