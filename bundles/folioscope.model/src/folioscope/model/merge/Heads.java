package folioscope.model.merge;

import folioscope.skeleton.Function;
import folioscope.skeleton.Function.Parameter;
import folioscope.skeleton.FunctionEdit;
import java.util.ArrayList;
import java.util.List;

/** Carries a changed parameter list over to the model's function. */
final class Heads {

    private Heads() {
    }

    /** The function with the parameters of the new side, if the patch shows both heads and they differ. */
    static Function carriedOver(Function mine, FunctionEdit edit) {
        if (edit.oldSide().isEmpty() || edit.newSide().isEmpty()) {
            return mine;
        }
        List<Parameter> before = edit.oldSide().get().parameters();
        List<Parameter> after = edit.newSide().get().parameters();
        if (before.equals(after) || after.isEmpty() || before.isEmpty() && !mine.parameters().isEmpty()) {
            return mine;
        }
        List<Parameter> parameters = before.size() == mine.parameters().size() ? after : mapped(mine.parameters(), before, after);
        return new Function(mine.name(), mine.returns(), parameters, mine.body(), mine.presence(), mine.comment(), mine.origin());
    }

    /** Where the model left parameters out: those that the patch adds join, those that it removes go. */
    private static List<Parameter> mapped(List<Parameter> mine, List<Parameter> before, List<Parameter> after) {
        List<Parameter> all = new ArrayList<>(mine);
        all.removeIf(p -> has(before, p) && !has(after, p));
        for (Parameter p : after) {
            if (!has(before, p) && !has(all, p)) {
                all.add(p);
            }
        }
        return all;
    }

    private static boolean has(List<Parameter> all, Parameter one) {
        return all.stream().anyMatch(p -> p.name().equals(one.name()));
    }
}
