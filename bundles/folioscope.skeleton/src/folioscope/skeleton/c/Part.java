package folioscope.skeleton.c;

import java.util.BitSet;

import folioscope.skeleton.Function;

/**
 * What one hunk shows of one function.
 *
 * @param function the function as far as it is shown; its name is right also where the head is not shown
 * @param lines the input lines it stands on
 */
record Part(Function function, Piece piece, BitSet lines) { }
