package folioscope.ide;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;

import folioscope.patch.PatchReader;
import folioscope.review.Review;
import folioscope.review.ReviewOptions;

/** Reviews single files of a workspace, the same way as the command line does, and keeps and marks what came out. */
final class Reviewing {

    private final ReviewStore store;

    Reviewing(IWorkspace workspace) {
        this.store = ReviewStore.of(workspace);
    }

    /**
     * Reviews a file, unless the store has a review of just this content.
     *
     * @param mark whether the findings are to stand in the file as markers
     * @param cancelled asked all the time while the review runs; once it says yes, no marker of the file changes any
     * more
     * @param progress told what is being done, in the thread that called
     * @return what the store has for the file now
     */
    FileReview review(IFile file, boolean mark, BooleanSupplier cancelled, Consumer<String> progress)
            throws CoreException {
        return store.isFresh(file) ? marked(file, mark, store.get(file)) : anew(file, mark, cancelled, progress);
    }

    /** Reviews a file, whatever the store has for it; otherwise like {@link #review}. */
    FileReview anew(IFile file, boolean mark, BooleanSupplier cancelled, Consumer<String> progress)
            throws CoreException {
        store.put(file, new FileReview.Running());
        FileReview review = outcome(file, cancelled, progress);
        marked(file, mark, review);
        if (!(review instanceof FileReview.Cancelled && store.isFresh(file))) {
            store.put(file, review);
        }
        return review;
    }

    private static FileReview marked(IFile file, boolean mark, FileReview review) throws CoreException {
        if (mark && file.isAccessible()) {
            mark(file, review);
        }
        return review;
    }

    private FileReview outcome(IFile file, BooleanSupplier cancelled, Consumer<String> progress) {
        Queue<String> said = new ConcurrentLinkedQueue<>();
        BooleanSupplier look = () -> {
            for (String words = said.poll(); words != null; words = said.poll()) {
                progress.accept(words);
            }
            return cancelled.getAsBoolean();
        };
        try {
            long stamp = file.getModificationStamp();
            byte[] content = file.readAllBytes();
            Optional<Review> review = Aside.run(stop -> read(file.getName(), content, stop, said::add), look);
            return review.isPresent() ? new FileReview.Done(review.get(), stamp) : new FileReview.Cancelled();
        } catch (CoreException e) {
            return new FileReview.Failed(e.getStatus().getMessage());
        } catch (ExecutionException e) {
            ILog.of(Reviewing.class).error("Cannot review " + file.getFullPath(), e.getCause());
            return new FileReview.Failed("the review broke off with " + e.getCause()
                    + "; please report it with this file");
        }
    }

    private Review read(String name, byte[] content, BooleanSupplier stop, Consumer<String> progress) {
        return store.reviewer().review(PatchReader.read(name, content), options(stop, progress));
    }

    private static ReviewOptions options(BooleanSupplier stop, Consumer<String> progress) {
        ReviewOptions usual = ReviewOptions.defaults();
        return new ReviewOptions(usual.kernel(), usual.types(), usual.scenarios(), usual.maxStates(), usual.millis(),
                stop, progress);
    }

    private static void mark(IFile file, FileReview review) throws CoreException {
        switch (review) {
            case FileReview.Done done ->
                FindingMarkers.replace(file, new Findings(PatchFiles.mustHaveDiff(file)).of(done.review()),
                        spans(file));
            case FileReview.Failed failed ->
                FindingMarkers.replace(file, List.of(Findings.unreadable(failed.reason())), LineSpans.NONE);
            case FileReview.None none -> { }
            case FileReview.Running running -> { }
            case FileReview.Cancelled cancelled -> { }
        }
    }

    /** Where lines stand in the text as editors show it; nowhere if nobody knows its charset. */
    private static LineSpans spans(IFile file) throws CoreException {
        String charset = file.getCharset();
        return Charset.isSupported(charset) ? LineSpans.of(new String(file.readAllBytes(), Charset.forName(charset)))
                : LineSpans.NONE;
    }
}
