package folioscope.explore.lower;

import folioscope.skeleton.Function;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What of a program a lowered function rests on: every question that its lowering asked of the program's names and
 * structs, with the answer. In a program that answers alike, the same function becomes the same.
 */
public final class Basis {

    private final Map<String, Meaning> names = new HashMap<>();
    private final Map<String, OptionalInt> numbers = new HashMap<>();
    private final Map<String, Layout.Form> forms = new HashMap<>();
    private final Map<String, Optional<Layout.Slot>> members = new HashMap<>();

    private final Layout layout;

    /** Nothing asked yet; whatever will be asked of structs will be asked of this layout. */
    Basis(Layout layout) {
        this.layout = layout;
    }

    /** What a name stands for beside a function's number. */
    record Meaning(Optional<Function> function, Optional<Long> enumerator, Optional<Program.Global> global) {

        boolean alike(Meaning other) {
            return this == other || function.isPresent() == other.function.isPresent() && enumerator.equals(other.enumerator)
                    && (function.isEmpty() || Basis.alike(function.get(), other.function.get()))
                    && global.isPresent() == other.global.isPresent()
                    && (global.isEmpty() || alike(global.get(), other.global.get()));
        }

        private static boolean alike(Program.Global mine, Program.Global other) {
            return mine.address() == other.address() && mine.type().equals(other.type());
        }
    }

    /** Of a function that may be put where it is called the body counts, of others what a caller sees. */
    static boolean alike(Function mine, Function other) {
        return mine == other || !Assertions.inlined(mine.name()) && mine.returns().equals(other.returns())
                && mine.parameters().equals(other.parameters());
    }

    void name(String name, Program program) {
        if (!names.containsKey(name)) {
            names.put(name, program.meaning(name));
        }
    }

    void number(String name, Program program) {
        numbers.computeIfAbsent(name, program::numbered);
    }

    void form(String tag) {
        forms.computeIfAbsent(tag, layout::form);
    }

    void member(String name) {
        members.computeIfAbsent(name, layout::memberOfAny);
    }

    /** Whether the program gives the same answers. */
    public boolean holds(Program program) {
        for (Map.Entry<String, Meaning> name : names.entrySet()) {
            if (!name.getValue().alike(program.meaning(name.getKey()))) {
                return false;
            }
        }
        return numbers.entrySet().stream().allMatch(n -> n.getValue().equals(program.numbered(n.getKey())))
                && (program.layout().same(layout) || program.layout().agrees(forms, members));
    }
}
