package folioscope.model;

import folioscope.skeleton.ModelText;
import folioscope.skeleton.ReadUnit;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Problem;
import folioscope.skeleton.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a scenario file, and the reading of its heading, the first block comment:
 *
 * <pre>
 * scenario: S08 truncate waits for a pinned page
 * asks: ...
 * types: FS_DAX, GENERIC
 * kernels: 4.18..6.14
 * params: FS = FS_EXT4, FS_XFS; N = 1, 2
 * threads: gup_user, truncate
 * model: none
 * when NAME becomes VALUE: [kind] effect "sentence"
 * </pre>
 */
record ScenarioText(String path, String text) {

    private static final Pattern FIELD = Pattern.compile("(scenario|asks|types|kernels|params|threads|model)\\s*:\\s*(.*)");
    private static final Pattern RULE = Pattern.compile(
            "when\\s+(\\w+)\\s+(becomes|ceases)\\s+(-?\\w+)\\s*:\\s*(?:(regression|fix|behaviour-change)\\s+)?([a-z0-9-]+)\\s*(?:\"(.*)\")?\\s*");

    /** What was read, and what in it could not be. */
    record Reading(Scenario scenario, List<Problem> problems) { }

    /** Reads heading and C at a version; problems are located in this file. */
    Reading at(KernelVersion kernel) {
        ReadUnit read = ModelText.read(path, text, ModelSources.defines(kernel));
        Heading heading = heading();
        List<Problem> problems = new ArrayList<>(heading.problems);
        problems.addAll(read.problems());
        return new Reading(heading.scenario(path, read.unit()), problems);
    }

    private Heading heading() {
        Heading heading = new Heading();
        int start = text.indexOf("/*");
        int end = text.indexOf("*/");
        if (start < 0 || end < start) {
            heading.problems.add(new Problem(new Origin(Origin.Side.MODEL, path, 1),
                    "no heading comment; the scenario has no threads and is not run"));
            return heading;
        }
        int line = 1 + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        String last = "";
        for (String raw : text.substring(start + 2, end).split("\n", -1)) {
            String content = raw.strip().replaceFirst("^\\*\\s?", "").strip();
            last = heading.take(content, last, new Origin(Origin.Side.MODEL, path, line++));
        }
        return heading;
    }

    /** Collects the heading's fields while its lines go by. */
    private static final class Heading {
        private final java.util.TreeMap<String, String> fields = new java.util.TreeMap<>();
        private final List<Rule> rules = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        /** Takes one line; returns the field that a following line may continue. */
        String take(String content, String last, Origin origin) {
            Matcher field = FIELD.matcher(content);
            Matcher rule = RULE.matcher(content);
            if (rule.matches()) {
                rules.add(new Rule(rule.group(1), rule.group(2).equals("becomes"), rule.group(3),
                        Optional.ofNullable(rule.group(4)).orElse("behaviour-change"), rule.group(5),
                        Optional.ofNullable(rule.group(6)).orElse("")));
                return "";
            }
            if (field.matches()) {
                fields.put(field.group(1), field.group(2).strip());
                return field.group(1);
            }
            if (content.startsWith("when ")) {
                problems.add(new Problem(origin, "rule not understood, ignored: " + content));
            } else if (!content.isEmpty() && !last.isEmpty()) {
                fields.merge(last, content, (a, b) -> (a + " " + b).strip());
                return last;
            }
            return "";
        }

        Scenario scenario(String path, Unit unit) {
            String[] name = field("scenario").split("\\s+", 2);
            String[] kernels = field("kernels").split("\\.\\.", -1);
            return new Scenario(name[0].isEmpty() ? path.replaceFirst(".*/", "").replaceFirst("\\.c$", "") : name[0],
                    name.length > 1 ? name[1] : "", field("asks"), list(field("types")), KernelVersion.parse(kernels[0]),
                    KernelVersion.parse(kernels[kernels.length - 1]), params(), list(field("threads")), rules,
                    field("model").equals("none"), path, unit);
        }

        private String field(String name) {
            return fields.getOrDefault(name, "");
        }

        private List<Param> params() {
            List<Param> all = new ArrayList<>();
            for (String one : field("params").split(";")) {
                String[] sides = one.split("=", 2);
                if (sides.length == 2) {
                    all.add(new Param(sides[0].strip(), list(sides[1])));
                }
            }
            return all;
        }

        private static List<String> list(String text) {
            return Arrays.stream(text.split("[,\\s]+")).filter(s -> !s.isEmpty()).toList();
        }
    }

}
