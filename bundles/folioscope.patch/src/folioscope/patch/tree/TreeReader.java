package folioscope.patch.tree;

import folioscope.patch.Diagnostic;
import folioscope.patch.FileChange;
import folioscope.patch.Patch;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Reads the files that the patches of one series change from a tree, patch by patch in their order: what a patch leaves is
 * what the next one finds. A file is looked for as the blob that the patch's {@code index} line names, in what an earlier
 * patch of the series left, in the {@code base-commit}, and in the tree as it is; the first text that the hunks apply to
 * counts.
 */
public final class TreeReader {

    private final KernelTree tree;
    private final Predicate<String> wanted;
    private final SortedMap<String, String> left = new TreeMap<>();
    private final Deque<TreeFiles> bases = new ArrayDeque<>();

    /** Reads those files whose path is wanted. */
    public TreeReader(KernelTree tree, Predicate<String> wanted) {
        this.tree = tree;
        this.wanted = wanted;
    }

    /** Where a text was found. */
    private enum Source { BLOB, SERIES, COMMIT, TREE }

    private record Candidate(Source source, String text) { }

    /** Holds the series' next patch against the tree. */
    public WholePatch read(Patch patch) {
        tree.commit(patch.baseCommit()).ifPresent(bases::push);
        Optional<TreeFiles> base = Optional.ofNullable(bases.peek());
        List<WholePatch.WholeFile> files = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        boolean fromTree = false;
        for (FileChange change : patch.files()) {
            Optional<Found> found = Optional.empty();
            if (wanted.test(change.newPath().isEmpty() ? change.oldPath() : change.newPath()) && !change.hunks().isEmpty()) {
                found = find(change, diagnostics);
            }
            fromTree |= found.map(f -> f.source() == Source.TREE || sameAsInTree(change, f)).orElse(false);
            files.add(new WholePatch.WholeFile(change, found.map(f -> f.application().whole())));
            found.ifPresent(f -> leave(change, f.application().after()));
        }
        Optional<String> kernel = base.isPresent() ? text(base.get(), "Makefile").flatMap(KernelTree::version)
                : fromTree ? tree.version() : Optional.empty();
        return new WholePatch(files, kernel, diagnostics);
    }

    private record Found(Source source, Application application) { }

    private boolean sameAsInTree(FileChange change, Found found) {
        return found.source() == Source.BLOB && tree.text(change.oldPath()).map(t -> lines(t).equals(found.application().file())).orElse(false);
    }

    private static List<String> lines(String text) {
        return Application.of(text, List.of()).file();
    }

    private void leave(FileChange change, String after) {
        if (change.newPath().isEmpty()) {
            left.remove(change.oldPath());
        } else {
            left.put(change.newPath(), after);
        }
    }

    private Optional<Found> find(FileChange change, List<Diagnostic> diagnostics) {
        if (change.kind() == FileChange.Kind.ADD || change.oldPath().isEmpty()) {
            return Optional.of(new Found(Source.SERIES, Application.of("", change.hunks()))).filter(f -> f.application().fits());
        }
        List<Candidate> candidates = candidates(change);
        if (candidates.isEmpty()) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.WARNING, change.inputLine(),
                    change.oldPath() + ": " + tree.name() + " has no such file; it is read from the hunks alone"));
            return Optional.empty();
        }
        Optional<Found> found = Optional.empty();
        for (Candidate candidate : candidates) {
            Application application = Application.of(candidate.text(), change.hunks());
            boolean fits = candidate.source() == Source.BLOB ? application.exact() : application.fits();
            if (fits && found.isEmpty()) {
                found = Optional.of(new Found(candidate.source(), application));
            }
        }
        if (found.isEmpty()) {
            diagnostics.add(misfit(change, candidates.get(candidates.size() - 1)));
        } else {
            placed(change, found.get(), diagnostics);
        }
        return found;
    }

    private List<Candidate> candidates(FileChange change) {
        List<Candidate> all = new ArrayList<>();
        tree.blob(change.oldBlob()).ifPresent(t -> all.add(new Candidate(Source.BLOB, t)));
        Optional.ofNullable(left.get(change.oldPath())).ifPresent(t -> all.add(new Candidate(Source.SERIES, t)));
        Optional.ofNullable(bases.peek()).flatMap(b -> text(b, change.oldPath())).ifPresent(t -> all.add(new Candidate(Source.COMMIT, t)));
        tree.text(change.oldPath()).ifPresent(t -> all.add(new Candidate(Source.TREE, t)));
        return all;
    }

    private static Optional<String> text(TreeFiles files, String path) {
        try {
            return files.text(path);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Diagnostic misfit(FileChange change, Candidate last) {
        Application application = Application.of(last.text(), change.hunks());
        int line = application.misfit().map(h -> h.inputLine()).orElse(change.inputLine());
        boolean already = Application.of(last.text(), Reversed.of(change.hunks())).fits();
        return new Diagnostic(Diagnostic.Severity.WARNING, line, change.oldPath() + ": the hunk does not apply to the file in "
                + tree.name() + (already ? ", which has the change already" : "") + "; the file is read from its hunks alone");
    }

    private void placed(FileChange change, Found found, List<Diagnostic> diagnostics) {
        for (Placement placement : found.application().placements()) {
            if (!placement.exact()) {
                diagnostics.add(new Diagnostic(Diagnostic.Severity.INFO, placement.hunk().inputLine(), change.oldPath()
                        + ": the hunk fits the file " + placement.difference()));
            }
        }
    }
}
