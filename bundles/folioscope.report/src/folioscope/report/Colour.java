package folioscope.report;

import folioscope.review.Verdict;

/** Colours of text on a terminal. */
enum Colour {
    NONE(""), BOLD("1"), DIM("2"), RED("31"), GREEN("32"), YELLOW("33"), MAGENTA("35");

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    /** The text in this colour, if colours are wanted. */
    String paint(String text, Look look) {
        return this == NONE || !look.colour() || text.isBlank() ? text : "\033[" + code + "m" + text + "\033[0m";
    }

    static Colour of(Verdict verdict) {
        return switch (verdict) {
            case REGRESSION -> RED;
            case FIX -> GREEN;
            case BEHAVIOUR_CHANGE -> YELLOW;
            case INCONCLUSIVE -> MAGENTA;
            case NONE -> NONE;
        };
    }
}
