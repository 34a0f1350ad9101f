package folioscope.review;

import folioscope.patch.FileChange;
import folioscope.patch.Hunk;
import folioscope.patch.Line;
import folioscope.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what a patch is known again in another version of its series.
 *
 * @param title the subject without tags, in lower case, with single blanks; empty for a bare diff
 * @param functions what it touches, {@code path function}, by the headings of its hunks and by its sites
 * @param lines the lines that it adds and removes, file by file, without their places
 */
record Fingerprint(String title, SortedSet<String> functions, List<String> lines) {

    private static final Pattern TAGS = Pattern.compile("^\\s*((re|aw|fwd?)\\s*:|\\[[^\\]]*\\])\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("(\\w+)\\s*\\(");

    static Fingerprint of(Patch patch, PatchReview review) {
        SortedSet<String> functions = new TreeSet<>();
        List<String> lines = new ArrayList<>();
        for (FileChange file : patch.files()) {
            String path = file.newPath().isEmpty() ? file.oldPath() : file.newPath();
            lines.add(file.oldPath() + " " + file.newPath());
            functions.add(path + " ");
            for (Hunk hunk : file.hunks()) {
                Matcher name = NAME.matcher(hunk.heading());
                if (name.find()) {
                    functions.add(path + " " + name.group(1));
                }
                hunk.lines().stream().filter(l -> l.kind() != Line.Kind.CONTEXT)
                        .forEach(l -> lines.add(l.kind() + " " + l.text().stripTrailing()));
            }
        }
        review.sites().forEach(s -> functions.add(s.path() + " " + s.function()));
        return new Fingerprint(title(patch.subject()), functions, lines);
    }

    private static String title(String subject) {
        String rest = subject;
        for (Matcher tag = TAGS.matcher(rest); tag.find(); tag = TAGS.matcher(rest)) {
            rest = rest.substring(tag.end());
        }
        return rest.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ").replaceFirst("\\.$", "");
    }

    boolean sameTitle(Fingerprint other) {
        return !title.isEmpty() && title.equals(other.title);
    }

    /** How much of what either touches both touch, from 0 to 1. */
    double alike(Fingerprint other) {
        SortedSet<String> both = new TreeSet<>(functions);
        both.retainAll(other.functions);
        SortedSet<String> either = new TreeSet<>(functions);
        either.addAll(other.functions);
        return either.isEmpty() ? 0 : (double) both.size() / either.size();
    }
}
