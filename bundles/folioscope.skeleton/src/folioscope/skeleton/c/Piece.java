package folioscope.skeleton.c;

import java.util.List;

/**
 * A run of lines of one side of one hunk that belongs together: a function, a part of one, or a declaration.
 *
 * @param name the name that the hunk's heading gives where the head is not shown, else empty
 * @param headShown whether the run begins with the beginning of the thing; {@code endShown} likewise
 * @param first index of the run's first line among the hunk side's lines
 * @param lines the text, without comments, directives and lines of other branches
 */
record Piece(Kind kind, String name, boolean headShown, boolean endShown, int hunk, int first, List<String> lines) {

    /** What a piece is part of. */
    enum Kind { FUNCTION, MACRO, STRUCT, ENUM, TABLE, DECLARATION }

    Piece {
        lines = List.copyOf(lines);
    }

    boolean function() {
        return kind == Kind.FUNCTION || kind == Kind.MACRO;
    }
}
