package folioscope.ide.ui;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;

import folioscope.ide.FileReview;
import folioscope.ide.ReviewStore;
import folioscope.review.Review;

/** Shows what the patch in the active editor changes, for whom, and because of which lines. */
public final class ReviewView extends ViewPart {

    /** The id under which the view is registered. */
    public static final String ID = "folioscope.ide.ui.review";

    private static final String LINKED = "linked";

    private boolean linked = true;
    private Following following;
    private ReviewPanel panel;
    private Shown shown = new Shown(Optional.empty(), new FileReview.None());

    private record Shown(Optional<IFile> file, FileReview state) { }

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        linked = memento == null || !Boolean.FALSE.equals(memento.getBoolean(LINKED));
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putBoolean(LINKED, following.isLinked());
    }

    @Override
    public void createPartControl(Composite parent) {
        ReviewStore store = ReviewStore.of(ResourcesPlugin.getWorkspace());
        panel = new ReviewPanel(parent, store.library(), this::openLine);
        following = new Following(getSite().getPage(), store, linked, this::refresh);
        new ViewActions(following, this::review).fill(getViewSite().getActionBars());
        following.start();
    }

    @Override
    public void dispose() {
        if (following != null) {
            following.stop();
        }
        super.dispose();
    }

    @Override
    public void setFocus() {
        panel.setFocus();
    }

    /** The review that is shown, if there is one. */
    Optional<Review> review() {
        return shown.state() instanceof FileReview.Done done ? Optional.of(done.review()) : Optional.empty();
    }

    /** Whether the view goes with the active editor. */
    void link(boolean on) {
        following.link(on);
    }

    private void refresh() {
        Shown now = new Shown(following.file(), following.state());
        String words = now.file().map(f -> Words.of(f, now.state())).orElseGet(following::absence);
        boolean same = now.file().equals(shown.file());
        if (same && (now.state() == shown.state() || now.state() instanceof FileReview.Running)) {
            panel.say(words);
        } else {
            shown = now;
            panel.show(words, review());
        }
    }

    private void openLine(int line) {
        following.file().ifPresent(file -> new OpenLine(getSite().getPage()).open(file, line));
    }
}
