package folioscope.skeleton.c;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

import org.eclipse.cdt.core.dom.ast.IASTFileLocation;
import org.eclipse.cdt.core.dom.ast.IASTNode;

import folioscope.skeleton.Origin;
import folioscope.skeleton.Problem;

/**
 * One text while it is being lifted: where its nodes stand, and what has been found wrong or read so far. Lines of the parsed
 * text count from 1; {@code lines} turns them into lines of origins, negative ones into lines of the tree.
 */
final class Reading {

    private static final Pattern OWN_WORDS = Pattern.compile("\\b(__u|__U|" + Repair.GAP + ")\\b");

    private final String path;
    private final Origin.Side side;
    private final String text;
    private final IntUnaryOperator lines;
    private final List<Problem> problems = new ArrayList<>();
    private final BitSet lifted = new BitSet();

    Reading(String path, Origin.Side side, String text, IntUnaryOperator lines) {
        this.path = path;
        this.side = side;
        this.text = text;
        this.lines = lines;
    }

    String text() {
        return text;
    }

    /** Where the node begins. */
    Origin origin(IASTNode node) {
        return at(startLine(node));
    }

    Origin at(int line) {
        if (line == 0) {
            return Origin.NONE;
        }
        int there = lines.applyAsInt(line);
        return there < 0 ? new Origin(Origin.Side.TREE, path, -there) : new Origin(side, path, there);
    }

    /** The node's first line in the parsed text, 0 if it has none. */
    int startLine(IASTNode node) {
        IASTFileLocation location = node.getFileLocation();
        return location == null ? 0 : location.getStartingLineNumber();
    }

    int endLine(IASTNode node) {
        IASTFileLocation location = node.getFileLocation();
        return location == null ? 0 : location.getEndingLineNumber();
    }

    /** The node as it stands in the text, on one line. */
    String text(IASTNode node) {
        IASTFileLocation location = node.getFileLocation();
        if (location == null) {
            return node.getRawSignature().strip();
        }
        int from = location.getNodeOffset();
        int to = Math.min(text.length(), from + location.getNodeLength());
        return shown(text.substring(from, to)).replaceAll("\\s+", " ").replace("( ", "(").strip();
    }

    /** The text without the repair's own words. */
    private static String shown(String text) {
        return text.contains("__") ? OWN_WORDS.matcher(text).replaceAll("...") : text;
    }

    void problem(IASTNode node, String message) {
        problems.add(new Problem(origin(node), message));
    }

    /** A constant that is not known here: in a patch it is declared elsewhere, in the model that is a mistake. */
    void unknownConstant(IASTNode node, String message) {
        if (side == Origin.Side.MODEL) {
            problem(node, message);
        }
    }

    List<Problem> problems() {
        return problems;
    }

    /** Notes that all lines of the node were read. */
    void lifted(IASTNode node) {
        lifted(startLine(node), endLine(node));
    }

    void lifted(int first, int last) {
        if (first > 0 && last >= first) {
            lifted.set(first, last + 1);
        }
    }

    /** The lines of the parsed text that have been read. */
    BitSet liftedLines() {
        return lifted;
    }
}
