package folioscope.ide.ui;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;

import folioscope.ide.FileReview;
import folioscope.ide.PatchFiles;
import folioscope.ide.ReviewJob;
import folioscope.ide.ReviewStore;

/**
 * Keeps an eye on one patch: the one in the active editor, or while not linked the last one. Whatever happens to it or
 * to its review, somebody is told in the UI thread; a patch without a review of what it says now gets one.
 */
final class Following {

    /** The builder of a project goes first; the view asks only if nobody did within this time, in milliseconds. */
    private static final int PATIENCE = 300;

    private final Display display;
    private final ActiveFile active;
    private final ReviewStore store;
    private final Runnable changed;
    private final Consumer<IFile> reviewed = this::reviewed;
    private final IResourceChangeListener resources = this::resources;

    private volatile Optional<IFile> file = Optional.empty();
    private boolean linked;
    private volatile boolean stopped;

    Following(IWorkbenchPage page, ReviewStore store, boolean linked, Runnable changed) {
        this.display = page.getWorkbenchWindow().getShell().getDisplay();
        this.active = new ActiveFile(page, this::follow);
        this.store = store;
        this.linked = linked;
        this.changed = changed;
    }

    void start() {
        active.start();
        store.listen(reviewed);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(resources, IResourceChangeEvent.POST_CHANGE);
        follow();
    }

    void stop() {
        stopped = true;
        active.stop();
        store.unlisten(reviewed);
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(resources);
    }

    boolean isLinked() {
        return linked;
    }

    void link(boolean on) {
        linked = on;
        follow();
    }

    /** The patch that is looked at, if any. */
    Optional<IFile> file() {
        return file;
    }

    /** How its review stands. */
    FileReview state() {
        return file.map(store::get).orElse(new FileReview.None());
    }

    /** What to say while no patch is looked at. */
    String absence() {
        return linked ? active.title().map(Words::noPatch).orElse(Words.nothingOpen()) : Words.nothingOpen();
    }

    /** Has the patch reviewed once more. */
    void again() {
        file.filter(IFile::isAccessible).ifPresent(f -> ReviewJob.again(f).schedule());
    }

    private void follow() {
        if (linked || file.filter(IFile::isAccessible).isEmpty()) {
            file = active.file().filter(IFile::isAccessible).filter(PatchFiles::isPatch);
        }
        file.filter(f -> !store.isFresh(f) && wantsReview(store.get(f)))
                .ifPresent(f -> ReviewJob.ifNeeded(f).schedule(PATIENCE));
        changed.run();
    }

    private static boolean wantsReview(FileReview state) {
        return state instanceof FileReview.None || state instanceof FileReview.Done;
    }

    private void reviewed(IFile which) {
        if (file.filter(which::equals).isPresent()) {
            later();
        }
    }

    private void resources(IResourceChangeEvent event) {
        IResourceDelta delta = event.getDelta();
        if (file.map(f -> delta.findMember(f.getFullPath())).filter(this::matters).isPresent()) {
            later();
        }
    }

    private boolean matters(IResourceDelta delta) {
        return delta.getKind() == IResourceDelta.REMOVED || (delta.getFlags() & IResourceDelta.CONTENT) != 0;
    }

    private void later() {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!stopped) {
                    follow();
                }
            });
        }
    }
}
