package folioscope.explore.export;

import folioscope.explore.lower.Program;
import folioscope.explore.lower.Site;
import folioscope.explore.machine.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A run as a TLA+ module. TLC finds as many distinct states as exploring the run does.
 *
 * @param module the module, {@code configuration} what TLC is to check
 * @param sites what the numbers of places in its messages stand for: number 1 is the first
 */
public record Tla(String module, String configuration, List<Site> sites) {

    public Tla {
        sites = List.copyOf(sites);
    }

    /** Writes a run as a module of that name; the title stands in its first comment. */
    public static Tla of(Subject subject, String name, String title) {
        Plan plan = new Plan(subject);
        return new Tla(new Writer(plan).text(name, title), "INIT Init\nNEXT Next\nINVARIANT Tells\nCHECK_DEADLOCK FALSE\n", plan.sites());
    }

    private record Writer(Plan plan) {

        String text(String name, String title) {
            List<TlaRoutine> routines = plan.routines().stream().map(r -> new TlaRoutine(plan, r)).toList();
            List<String> heads = new ArrayList<>();
            routines.forEach(r -> heads.addAll(r.heads()));
            StringBuilder out = new StringBuilder(Fixed.text("head.tla").replace("@NAME@", name).replace("@TITLE@", CRoutine
                    .comment(title)));
            constants(out);
            tables(out);
            out.append(Fixed.text("machine.tla")).append('\n');
            out.append("RECURSIVE Resume(_, _), Return(_, _)\n");
            routines.forEach(r -> out.append(r.zero()));
            heads.forEach(h -> out.append("RECURSIVE ").append(h).append('\n'));
            out.append("Return(c, x) == IF Len(c.stacks[c.t]) = c.floor THEN {[c EXCEPT !.out = \"returned\", !.given = x]}"
                    + " ELSE Resume(c, x)\n");
            routines.forEach(r -> out.append(r.text()));
            out.append("\nBack(c, f, x) == ").append(dispatch(plan.routines())).append('\n');
            out.append("Resume(c, x) ==\n    LET s == c.stacks[c.t] IN\n    Back([c EXCEPT !.stacks[c.t] = "
                    + "SubSeq(s, 1, Len(s) - 1)], s[Len(s)], x)\n");
            start(out, "Setup", plan.subject().setup().orElse(""));
            start(out, "Finish", plan.subject().end().orElse(""));
            return out.append(Fixed.text("steps.tla")).toString();
        }

        private void start(StringBuilder out, String name, String function) {
            out.append(name).append("(c) == ").append(function.isEmpty() ? "{[c EXCEPT !.out = \"returned\"]}"
                    : plan.routine(function).names().function() + "(c, " + plan.routine(function).names().function()
                            + "_zero)").append('\n');
        }

        /** Finds the function of a place by halves. */
        private String dispatch(List<Routine> routines) {
            if (routines.size() == 1) {
                return routines.get(0).names().function() + "_back(c, f, x)";
            }
            int half = routines.size() / 2;
            return "\n    IF f[1] < " + routines.get(half).start().number() + " THEN " + dispatch(routines.subList(0, half))
                    + " ELSE " + dispatch(routines.subList(half, routines.size()));
        }

        private void constants(StringBuilder out) {
            out.append("THREADS == ").append(plan.threads()).append("\nFIRST == ").append(Plan.FIRST).append("\nEND == ")
                    .append(plan.end()).append("\nLIMIT == ").append(plan.limit()).append("\nEACH == ").append(Space.STORAGE)
                    .append("\nLOCALS == ").append(plan.subject().storage()).append("\nCELLS == ").append(plan.cells())
                    .append("\nOBJECTS == ").append(plan.subject().program().objectCount() + 1).append("\nWILD == ")
                    .append(Program.WILD).append("\n\n");
        }

        private void tables(StringBuilder out) {
            int[] objects = plan.subject().program().objects();
            List<Integer> memory = plan.subject().memory();
            out.append("(* Who writes and reads a cell; the object it belongs to; its first value. *)\n");
            table(out, "Writers", plan.cells(), c -> threads(plan.subject().sharing().writers(plan.address(c))));
            table(out, "Readers", plan.cells(), c -> threads(plan.subject().sharing().readers(plan.address(c))));
            table(out, "Owner", plan.cells(), c -> "" + (plan.address(c) < objects.length ? objects[plan.address(c)] : 0));
            table(out, "FirstValues", plan.cells(), c -> "" + (plan.address(c) < plan.end() ? memory.get(plan.address(c)) : 0));
            table(out, "Starts", plan.threads(), t -> "" + plan.routine(plan.subject().threads().get(t)).start().number());
            table(out, "FrameWait", plan.places().size(), p -> "" + plan.places().get(p).waiting());
            keys(out, "Waiters", plan.subject().sharing()::waiters);
            keys(out, "Wakers", plan.subject().sharing()::wakers);
            out.append("(* Cells:\n");
            for (int a = Plan.FIRST; a < plan.end(); a++) {
                out.append("   ").append(a - Plan.FIRST + 1).append(' ').append(CRoutine.comment(CellNames.of(plan, a)))
                        .append('\n');
            }
            out.append("*)\n");
        }

        private void table(StringBuilder out, String name, int size, IntFunction<String> value) {
            out.append(name).append(" == <<").append(IntStream.range(0, size)
                    .mapToObj(i -> (i % 20 == 0 ? "\n    " : "") + value.apply(i)).collect(Collectors.joining(", ")))
                    .append(">>\n");
        }

        private String threads(int mask) {
            return IntStream.range(0, plan.threads()).filter(t -> (mask >> t & 1) != 0)
                    .mapToObj(t -> Integer.toString(t + 1)).collect(Collectors.joining(", ", "{", "}"));
        }

        private void keys(StringBuilder out, String name, IntUnaryOperator mask) {
            out.append(name).append("(k) == ");
            int from = 1;
            while (from < plan.limit()) {
                int to = from;
                while (to + 1 < plan.limit() && mask.applyAsInt(to + 1) == mask.applyAsInt(from)) {
                    to++;
                }
                if (!threads(mask.applyAsInt(from)).equals("{}")) {
                    out.append("IF k >= ").append(from).append(" /\\ k <= ").append(to).append(" THEN ")
                            .append(threads(mask.applyAsInt(from))).append(" ELSE ");
                }
                from = to + 1;
            }
            out.append("{}\n");
        }
    }
}
