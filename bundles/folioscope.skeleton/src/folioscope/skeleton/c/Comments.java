package folioscope.skeleton.c;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.eclipse.cdt.core.dom.ast.IASTComment;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTTranslationUnit;

/** The block comments of a file, found by what follows them. */
final class Comments {

    private final NavigableMap<Integer, String> byOffset = new TreeMap<>();

    Comments(Reading reading, IASTTranslationUnit file) {
        for (IASTComment comment : file.getComments()) {
            if (comment.isBlockComment() && comment.getFileLocation() != null) {
                int from = comment.getFileLocation().getNodeOffset();
                int to = Math.min(reading.text().length(), from + comment.getFileLocation().getNodeLength());
                byOffset.put(from, reading.text().substring(from, to));
            }
        }
    }

    /** The last comment between the two, without stars; empty if none. */
    String before(IASTNode node, IASTNode previous) {
        if (node.getFileLocation() == null) {
            return "";
        }
        int end = previous == null || previous.getFileLocation() == null ? -1
                : previous.getFileLocation().getNodeOffset() + previous.getFileLocation().getNodeLength() - 1;
        var last = byOffset.lowerEntry(node.getFileLocation().getNodeOffset());
        return last == null || last.getKey() <= end ? "" : plain(last.getValue());
    }

    private static String plain(String comment) {
        String inner = comment.substring(2, Math.max(2, comment.length() - 2));
        return inner.lines().map(line -> line.replaceFirst("^\\s*\\*+ ?", "").stripTrailing()).collect(Collectors.joining("\n"))
                .strip();
    }
}
