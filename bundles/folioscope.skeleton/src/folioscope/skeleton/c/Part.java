package folioscope.skeleton.c;

import java.util.BitSet;

import folioscope.skeleton.Function;

/**
 * What one hunk shows of one function.
 *
 * @param function the function as far as it is shown; its name is right also where the head is not shown
 * @param lines the input lines it stands on, without blank ones, comments and branches that the variant does not take
 * @param extent all input lines from its first to its last
 * @param shown whether the patch itself shows all of it, and no line comes of a tree alone
 */
record Part(Function function, Piece piece, BitSet lines, BitSet extent, boolean shown) { }
