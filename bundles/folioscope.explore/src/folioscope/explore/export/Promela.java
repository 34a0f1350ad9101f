package folioscope.explore.export;

import folioscope.explore.lower.Op;
import folioscope.explore.lower.Program;
import folioscope.explore.lower.Site;
import folioscope.explore.machine.Space;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A run as a model for SPIN. SPIN stores exactly {@link #MORE_STATES} states more than exploring the run does.
 *
 * @param text the model
 * @param sites what the numbers of places in its messages stand for: number 1 is the first
 */
public record Promela(String text, List<Site> sites) {

    /** States that SPIN stores beside the run's: the one before setup, and the one in which nothing is left to do. */
    public static final int MORE_STATES = 2;

    public Promela {
        sites = List.copyOf(sites);
    }

    /** Writes a run; the title stands in its first comment. */
    public static Promela of(Subject subject, String title) {
        Plan plan = new Plan(subject);
        return new Promela(new Writer(plan, title).text(), plan.sites());
    }

    private record Writer(Plan plan, String title) {

        String text() {
            Map<String, Integer> constants = constants();
            StringBuilder out = new StringBuilder(Fixed.text("head.pml").replace("@TITLE@", CRoutine.comment(title))
                    .replace("@VECTOR@", Integer.toString(vector(constants))));
            sites(out);
            out.append('\n');
            constants.forEach((name, value) -> out.append("#define ").append(name).append(' ').append(value).append('\n'));
            out.append(Fixed.text("variables.pml"));
            tables(out);
            out.append(Fixed.text("machine.pml"));
            plan.routines().forEach(r -> out.append(new CRoutine(plan, r).text()));
            return out.append(Fixed.text("steps.pml").replace("@ROUTINES@", routines()).replace("@THREADS@", threads())
                    .replace("@SOME@", some(" > 0", " || ", "false")).replace("@NONE@", some(" == 0", " && ", "true")))
                    .toString();
        }

        private String some(String test, String by, String none) {
            return plan.threads() == 0 ? none : IntStream.range(0, plan.threads())
                    .mapToObj(t -> "top[" + t + "]" + test).collect(Collectors.joining(by, "(", ")"));
        }

        private String threads() {
            return IntStream.range(0, plan.threads()).mapToObj(t -> "\t\t:: phase == RUNNING && top[" + t
                    + "] > 0 -> mode = STEP; thread = " + t + "    /* " + plan.subject().threads().get(t) + "() */\n")
                    .collect(Collectors.joining());
        }

        private String routines() {
            return plan.routines().stream().map(r -> "\t\tcase " + r.start().number() + " ... "
                    + (r.start().number() + r.places().size()) + ":\n\t\t\tplace = " + r.names().function()
                    + "(place);\n\t\t\tbreak;").collect(Collectors.joining("\n"));
        }

        private void sites(StringBuilder out) {
            out.append("/*\n * Places:\n");
            for (int i = 0; i < plan.sites().size(); i++) {
                Site site = plan.sites().get(i);
                out.append(" * ").append(i + 1).append(' ').append(CRoutine.comment(site.function() + "() "
                        + site.origin() + (site.effect().isEmpty() ? "" : " " + site.effect())
                        + (site.message().isEmpty() ? "" : ": " + site.message()))).append('\n');
            }
            out.append(" */\n");
        }

        private int start(Optional<String> function) {
            return function.map(f -> plan.routine(f).start().number()).orElse(0);
        }

        private Map<String, Integer> constants() {
            Map<String, Integer> values = new TreeMap<>();
            values.put("THREADS", plan.threads());
            values.put("ALONE", plan.threads());
            values.put("EVERYONE", (1 << plan.threads()) - 1);
            values.put("FIRST", Plan.FIRST);
            values.put("END", plan.end());
            values.put("LIMIT", plan.limit());
            values.put("WILD", Program.WILD);
            values.put("CELLS", Math.max(1, plan.cells()));
            values.put("LOCALS", plan.subject().storage());
            values.put("EACH", Space.STORAGE);
            values.put("STACK", plan.stack());
            values.put("STACKS", plan.stack() * (plan.threads() + 1));
            values.put("FUNCTIONS", plan.subject().program().functions().size());
            values.put("ARGUMENTS", Math.max(1, plan.arguments()));
            values.put("FRAME", plan.places().stream().mapToInt(Place::size).max().orElse(1));
            values.put("OBJECTS", poisons() ? plan.subject().program().objectCount() + 1 : 1);
            values.put("SETUP_AT", start(plan.subject().setup()));
            values.put("FINISH_AT", start(plan.subject().end()));
            return values;
        }

        private boolean poisons() {
            return plan.has(o -> o instanceof Op.Poison);
        }

        /** A bound on the bytes of SPIN's state vector. */
        private static int vector(Map<String, Integer> constants) {
            int bytes = 2 * constants.get("CELLS") + 2 * constants.get("OBJECTS") + 4 * constants.get("STACKS")
                    + 4 * (constants.get("THREADS") + 1) + 512;
            return (bytes + 1023) / 1024 * 1024;
        }

        private void tables(StringBuilder out) {
            int[] objects = plan.subject().program().objects();
            List<Integer> memory = plan.subject().memory();
            out.append("/* who writes and reads a cell, bit by thread; the object it belongs to; its first value */\nc_code {\n");
            table(out, "short writers[CELLS]", plan.cells(), c -> plan.subject().sharing().writers(plan.address(c)));
            table(out, "short readers[CELLS]", plan.cells(), c -> plan.subject().sharing().readers(plan.address(c)));
            table(out, "short owner[CELLS]", plan.cells(), c -> poisons() && plan.address(c) < objects.length
                    ? objects[plan.address(c)] : 0);
            table(out, "short first_values[CELLS]", plan.cells(), c -> plan.address(c) < plan.end()
                    ? memory.get(plan.address(c)) : 0);
            table(out, "short starts[THREADS + 1]", plan.threads(), t -> start(Optional.of(plan.subject().threads().get(t))));
            List<Place> places = plan.places();
            out.append("\n/* by place: the slots of a frame, and the wait that it stands in */\n");
            table(out, "short frame_size[]", places.size() + 1, p -> p == 0 ? 0 : places.get(p - 1).size());
            table(out, "short frame_wait[]", places.size() + 1, p -> p == 0 ? 0 : places.get(p - 1).waiting());
            keys(out, "waiters", plan.subject().sharing()::waiters);
            keys(out, "wakers", plan.subject().sharing()::wakers);
            out.append("}\n");
            cells(out);
        }

        private static void table(StringBuilder out, String declaration, int size, IntUnaryOperator value) {
            out.append("static const ").append(declaration).append(" = {");
            for (int i = 0; i < size; i++) {
                out.append(i % 24 == 0 ? "\n\t" : " ").append(value.applyAsInt(i)).append(',');
            }
            out.append(size == 0 ? " 0 };\n" : "\n};\n");
        }

        /** The threads that wait on or wake a key. */
        private void keys(StringBuilder out, String name, IntUnaryOperator mask) {
            out.append("\nstatic int ").append(name).append("(int key)\n{\n\tswitch (key) {\n");
            int from = 1;
            while (from < plan.limit()) {
                int threads = mask.applyAsInt(from);
                int to = from;
                while (to + 1 < plan.limit() && mask.applyAsInt(to + 1) == threads) {
                    to++;
                }
                if (threads != 0) {
                    out.append("\tcase ").append(from).append(" ... ").append(to).append(": return ").append(threads)
                            .append(";\n");
                }
                from = to + 1;
            }
            out.append("\t}\n\treturn 0;\n}\n");
        }

        /** What lies in the cells, for readers. */
        private void cells(StringBuilder out) {
            out.append("\n/*\n * Cells of mem; their addresses are ").append(Plan.FIRST).append(" more:\n");
            for (int a = Plan.FIRST; a < plan.end(); a++) {
                out.append(" * ").append(a - Plan.FIRST).append(' ').append(CRoutine.comment(CellNames.of(plan, a)))
                        .append('\n');
            }
            out.append(" */\n");
        }
    }
}
