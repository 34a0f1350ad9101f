package folioscope.review;

import folioscope.explore.Step;
import folioscope.explore.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in the words of a kernel maintainer what a violation is, and that it is new or gone. */
final class Sentences {

    /** The state that tells a page's count. */
    private static final String COUNT = "count";

    /** Scenarios name what must hold; the model's own checks name what must not happen. */
    private static final String SCENARIOS = "scenarios/";

    private Sentences() {
    }

    /** The violation in a clause, in the present tense. */
    static String clause(Violation v) {
        return switch (v.kind()) {
            case LOST_WAKE -> lostWake(v);
            case HANG -> v.function() + "() waits for ever" + (v.predicate().isEmpty() ? "" : " for " + v.predicate()) + lastCount(v)
                    .map(c -> ", the count stays at " + c).orElse("");
            case DEADLOCK -> v.function() + "() waits for ever for a lock";
            case CHECK -> invariant(v) ? "it does not hold that " + v.message() : v.message() + place(v);
            case BUG, WARN -> v.message() + place(v);
            case LIVELOCK -> "threads retry for ever, in " + v.function() + "()";
            case USE_AFTER_FREE -> v.function() + "() touches memory that is gone" + through(v);
            case BAD_POINTER -> v.function() + "() follows a pointer to nowhere" + through(v);
        };
    }

    /** The sentence for a regression. */
    static String appears(Cell cell, Violation v) {
        return subject(cell) + (v.kind() == Violation.Kind.CHECK && invariant(v) ? "it no longer holds that "
                + v.message() : clause(v));
    }

    /** The sentence for a fix. */
    static String goes(Cell cell, Violation v) {
        return subject(cell) + "without this patch " + clause(v) + "; with it, that cannot happen";
    }

    /** A rule's sentence with its blanks filled. */
    static String filled(String sentence, String type, String before, String after) {
        return sentence.replace("{type}", type).replace("{before}", before).replace("{after}", after);
    }

    private static boolean invariant(Violation v) {
        return v.origin().path().startsWith(SCENARIOS);
    }

    private static String lostWake(Violation v) {
        List<Step> steps = v.trace().steps();
        for (int i = steps.size() - 1; i > 0; i--) {
            Integer now = steps.get(i).state().get(COUNT);
            if (now != null && !now.equals(steps.get(i - 1).state().get(COUNT))) {
                return steps.get(i).entry() + "() brings the count to " + now + ", but nothing wakes " + v.function()
                        + "(), which sleeps for ever";
            }
        }
        return v.function() + "() sleeps for ever though " + v.predicate() + " holds: nothing wakes it";
    }

    private static Optional<Integer> lastCount(Violation v) {
        return v.trace().last().map(s -> s.state().get(COUNT));
    }

    /** Where it shows: the function, and the one through which the thread came there. */
    private static String place(Violation v) {
        return ", in " + v.function() + "()" + through(v);
    }

    private static String through(Violation v) {
        return v.trace().last().filter(s -> !s.entry().equals(v.function()) && !s.callers().isEmpty())
                .map(s -> ", called from " + s.entry() + "()").orElse("");
    }

    private static String subject(Cell cell) {
        return cell.type() + choice(cell) + ": ";
    }

    private static String choice(Cell cell) {
        return cell.choice().isEmpty() ? ""
                : cell.choice().entrySet().stream().map(Sentences::spelt).collect(Collectors.joining(", ", " (", ")"));
    }

    /** {@code ext4} for FS = FS_EXT4; a bare number says nothing without its name. */
    private static String spelt(Map.Entry<String, String> choice) {
        String value = choice.getValue();
        if (value.matches("-?\\d+")) {
            return choice.getKey() + "=" + value;
        }
        return value.startsWith("FS_") ? value.substring("FS_".length()).toLowerCase(Locale.ROOT) : value;
    }
}
