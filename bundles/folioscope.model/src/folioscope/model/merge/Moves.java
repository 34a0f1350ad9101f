package folioscope.model.merge;

import folioscope.skeleton.FileEdit;
import folioscope.skeleton.FunctionEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A function that one place loses and another gains under the same name is one edit, not two. */
final class Moves {

    private Moves() {
    }

    /** All function edits in input order; a moved function stands where it went. */
    static List<FunctionEdit> joined(List<FileEdit> files) {
        List<FunctionEdit> all = apart(files.stream().flatMap(f -> f.functions().stream()).toList());
        List<FunctionEdit> result = new ArrayList<>(all);
        for (FunctionEdit gain : all) {
            Optional<FunctionEdit> loss = gain.oldName().isEmpty() && gain.wholeNew() && inUse(gain)
                    ? result.stream().filter(l -> l.newName().isEmpty() && l.wholeOld() && inUse(l) && l.oldName().equals(gain.newName())).findFirst()
                    : Optional.empty();
            if (loss.isPresent()) {
                result.remove(loss.get());
                result.set(result.indexOf(gain), new FunctionEdit(gain.path(), gain.newName(), gain.newName(), loss.get().oldSide(),
                        gain.newSide(), true, true, gain.problems()));
            }
        }
        return result;
    }

    /** A function that takes another name while its old name goes to another function was not renamed: it went, and one came. */
    private static List<FunctionEdit> apart(List<FunctionEdit> all) {
        List<FunctionEdit> result = new ArrayList<>();
        for (FunctionEdit edit : all) {
            boolean renamed = !edit.oldName().isEmpty() && !edit.newName().isEmpty() && !edit.oldName().equals(edit.newName());
            boolean taken = renamed && edit.wholeOld() && edit.wholeNew() && all.stream().anyMatch(o -> o != edit
                    && (o.newName().equals(edit.oldName()) || o.oldName().equals(edit.newName())));
            if (taken) {
                result.add(new FunctionEdit(edit.path(), edit.oldName(), "", edit.oldSide(), Optional.empty(), true, false, edit.problems()));
                result.add(new FunctionEdit(edit.path(), "", edit.newName(), Optional.empty(), edit.newSide(), false, true, edit.problems()));
            } else {
                result.add(edit);
            }
        }
        return result;
    }

    /** Stubs for kernels built without an option are left alone. */
    private static boolean inUse(FunctionEdit edit) {
        return edit.newSide().or(edit::oldSide).orElseThrow().presence().stream().noneMatch(p -> p.startsWith("!"));
    }
}
