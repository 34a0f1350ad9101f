package folioscope.skeleton;

import java.util.List;

/**
 * What a patch does to one C file.
 *
 * @param oldDeclarations structs, enumerators and variables (with their initialisers, so also operation tables) that the
 *        old side shows, as far as it shows them; its functions are in {@code functions}; likewise {@code newDeclarations}
 * @param around the functions that the headings of hunks name, each once, in order: they are there before the patch
 * @param changed every removed or added line, and the part of it that was read
 */
public record FileEdit(String oldPath, String newPath, List<FunctionEdit> functions, Unit oldDeclarations, Unit newDeclarations,
        List<String> around, List<ChangedLine> changed, List<Problem> problems) {

    public FileEdit {
        functions = List.copyOf(functions);
        around = List.copyOf(around);
        changed = List.copyOf(changed);
        problems = List.copyOf(problems);
    }

    /**
     * What taking the patch back does to the file: old and new side change places. The lines are still those of the patch as
     * it was sent.
     */
    public FileEdit reversed() {
        return new FileEdit(newPath, oldPath, functions.stream().map(FunctionEdit::reversed).toList(), newDeclarations,
                oldDeclarations, around, changed, problems);
    }

    /**
     * One changed line. {@code function} is empty outside functions; {@code names} are the identifiers on it outside
     * comments and strings, in order; {@code lifted} says whether a statement, head or declaration of the IR came of it.
     */
    public record ChangedLine(HunkText.Mark mark, String text, int inputLine, String function, List<String> names, boolean lifted) {
        public ChangedLine {
            names = List.copyOf(names);
        }
    }
}
