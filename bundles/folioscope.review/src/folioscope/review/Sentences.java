package folioscope.review;

import folioscope.explore.Violation;

/** Says in words what a violation is and that it is new or gone. */
final class Sentences {

    private Sentences() {
    }

    /** The violation in a clause. */
    static String clause(Violation v) {
        return switch (v.kind()) {
            case LOST_WAKE -> v.function() + "() sleeps though " + v.predicate() + " holds: the wake-up was lost";
            case HANG -> v.function() + "() waits for ever for " + v.predicate();
            case DEADLOCK -> v.function() + "() waits for ever for a lock";
            case CHECK -> "it does not hold that " + v.message();
            case BUG, WARN -> v.message() + " fires in " + v.function() + "()";
            case LIVELOCK -> "threads retry for ever in " + v.function() + "()";
            case USE_AFTER_FREE -> v.function() + "() touches memory that is gone";
            case BAD_POINTER -> v.function() + "() follows a pointer to nowhere";
        };
    }

    /** The sentence for a regression. */
    static String appears(Cell cell, Violation v) {
        return cell.type() + with(cell) + ": after this patch " + clause(v);
    }

    /** The sentence for a fix. */
    static String goes(Cell cell, Violation v) {
        return cell.type() + with(cell) + ": before this patch " + clause(v) + "; no longer";
    }

    private static String with(Cell cell) {
        return cell.choice().isEmpty() ? "" : " (" + String.join(", ", cell.choice().values()) + ")";
    }

    /** A rule's sentence with its blanks filled. */
    static String filled(String sentence, String type, String before, String after) {
        return sentence.replace("{type}", type).replace("{before}", before).replace("{after}", after);
    }
}
