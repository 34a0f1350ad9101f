package folioscope.ide;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.QualifiedName;

import folioscope.model.ModelLibrary;
import folioscope.review.Reviewer;

/**
 * The reviews of a workspace's patches. Each is kept as a session property of its file, and so goes with it; the store
 * itself is a session property of the workspace root, and so there is one per workspace and none without. Safe to use
 * from any thread.
 */
public final class ReviewStore {

    private static final QualifiedName STORE = new QualifiedName("folioscope.ide", "store");
    private static final QualifiedName REVIEW = new QualifiedName("folioscope.ide", "review");
    private static final Object LOCK = new Object();

    private final ModelLibrary library;
    private final AtomicReference<SoftReference<Reviewer>> reviewer = new AtomicReference<>(new SoftReference<>(null));
    private final List<Consumer<IFile>> listeners = new CopyOnWriteArrayList<>();

    private ReviewStore(ModelLibrary library) {
        this.library = library;
    }

    /** The store of a workspace, always the same one. */
    public static ReviewStore of(IWorkspace workspace) {
        synchronized (LOCK) {
            try {
                if (workspace.getRoot().getSessionProperty(STORE) instanceof ReviewStore store) {
                    return store;
                }
                ReviewStore store = new ReviewStore(ModelLibrary.embedded());
                workspace.getRoot().setSessionProperty(STORE, store);
                return store;
            } catch (CoreException e) {
                throw new IllegalStateException("the workspace is closed", e);
            }
        }
    }

    /** The model that all reviews of the workspace use; what it has read once it keeps. */
    public ModelLibrary library() {
        return library;
    }

    /** The reviewer for all files. What it has explored it keeps, until memory is short. */
    Reviewer reviewer() {
        Reviewer kept = reviewer.get().get();
        if (kept != null) {
            return kept;
        }
        Reviewer fresh = new Reviewer(library);
        reviewer.set(new SoftReference<>(fresh));
        return fresh;
    }

    /** How far the review of a file is; {@link FileReview.None} for a file that is gone. */
    public FileReview get(IFile file) {
        try {
            return file.isAccessible() && file.getSessionProperty(REVIEW) instanceof FileReview review ? review
                    : new FileReview.None();
        } catch (CoreException gone) {
            return new FileReview.None();
        }
    }

    /** Whether the file has a review of the content that it has now. */
    public boolean isFresh(IFile file) {
        return get(file) instanceof FileReview.Done done && done.stamp() == file.getModificationStamp();
    }

    /** Keeps a review and tells the listeners; nothing happens for a file that is gone. */
    void put(IFile file, FileReview review) {
        try {
            if (file.isAccessible()) {
                file.setSessionProperty(REVIEW, review);
            }
        } catch (CoreException gone) {
            // A file that went away meanwhile needs no review; whoever shows it is told all the same.
        }
        listeners.forEach(listener -> listener.accept(file));
    }

    /** A review that was stopped only to let somebody else through counts as not begun: nobody cancelled it. */
    void postpone(IFile file) {
        if (get(file) instanceof FileReview.Cancelled) {
            put(file, new FileReview.None());
        }
    }

    /** Drops all reviews below a folder or project. */
    void forget(IContainer container) throws CoreException {
        for (IFile file : PatchFiles.in(container)) {
            put(file, new FileReview.None());
        }
    }

    /** Has a listener told, in the thread that reviews, of each file whose review gets on; it must return at once. */
    public void listen(Consumer<IFile> listener) {
        listeners.add(listener);
    }

    /** Ends {@link #listen}. */
    public void unlisten(Consumer<IFile> listener) {
        listeners.remove(listener);
    }

}
