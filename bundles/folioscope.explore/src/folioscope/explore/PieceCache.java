package folioscope.explore;

import folioscope.explore.lower.Basis;
import folioscope.explore.lower.Body;
import folioscope.explore.lower.JavaWriter;
import folioscope.explore.lower.Lowering;
import folioscope.explore.lower.Program;
import folioscope.explore.lower.Written;
import folioscope.explore.machine.Code;
import folioscope.skeleton.Function;
import java.util.ArrayList;
import java.util.List;

/**
 * Functions that were lowered last: programs share a function that is the same object in both, if all that it rests on
 * is the same too.
 */
final class PieceCache {

    /** About as many as the models of seven kernels have. */
    private static final int MOST_FUNCTIONS = 3_000;

    /** Of one function, for scenarios that bring their own meaning of what it names. */
    private static final int MOST_FORMS = 16;

    private final Recent<Same, Forms> functions = new Recent<>(MOST_FUNCTIONS);

    /** A function in all its forms. */
    record Piece(Body body, String text, Code.Frames frames) { }

    /** A function told apart by identity: comparing it whole takes longer. */
    private record Same(Function function) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Same s && s.function == function;
        }

        @Override
        public int hashCode() {
            return 31 * function.name().hashCode() + function.body().body().size();
        }
    }

    private record Form(Basis basis, Piece piece) { }

    /** What one function became in different programs, the one used last at the end. */
    private static final class Forms {

        private final List<Form> forms = new ArrayList<>(1);

        synchronized Piece piece(Program program, Function function) {
            for (int i = forms.size() - 1; i >= 0; i--) {
                if (forms.get(i).basis.holds(program)) {
                    forms.add(forms.remove(i));
                    return forms.get(forms.size() - 1).piece;
                }
            }
            Lowering.Lowered lowered = Lowering.of(program, function);
            if (forms.size() == MOST_FORMS) {
                forms.remove(0);
            }
            forms.add(new Form(lowered.basis(), piece(lowered.body())));
            return forms.get(forms.size() - 1).piece;
        }

        private static Piece piece(Body body) {
            Written written = JavaWriter.write(body, false);
            boolean[] calls = new boolean[written.calls().size()];
            for (int i = 0; i < calls.length; i++) {
                calls[i] = written.calls().get(i);
            }
            return new Piece(body, written.text(), new Code.Frames(written.frames().stream().mapToInt(Integer::intValue)
                    .toArray(), calls, written.sites().stream().mapToInt(Integer::intValue).toArray()));
        }
    }

    /** What becomes of a function of the program. */
    Piece piece(Program program, Function function) {
        return functions.get(new Same(function), Forms::new).piece(program, function);
    }
}
