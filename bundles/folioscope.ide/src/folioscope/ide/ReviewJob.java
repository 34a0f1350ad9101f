package folioscope.ide;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Reviews one file on demand, in the background; if its project has the nature, markers follow. */
public final class ReviewJob extends Job {

    private final IFile file;
    private final boolean again;

    private ReviewJob(IFile file, boolean again) {
        super("Reviewing " + file.getName());
        this.file = file;
        this.again = again;
        setPriority(Job.SHORT);
        setUser(false);
    }

    /** A job that reviews the file unless that is done or under way. */
    public static ReviewJob ifNeeded(IFile file) {
        return new ReviewJob(file, false);
    }

    /** A job that reviews the file in any case. */
    public static ReviewJob again(IFile file) {
        return new ReviewJob(file, true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        ReviewStore store = ReviewStore.of(file.getWorkspace());
        if (!file.isAccessible() || !again && store.get(file) instanceof FileReview.Running) {
            return Status.OK_STATUS;
        }
        try {
            Reviewing reviewing = new Reviewing(file.getWorkspace());
            boolean mark = PatchNature.isOn(file.getProject());
            FileReview review = again ? reviewing.anew(file, mark, monitor::isCanceled, monitor::subTask)
                    : reviewing.review(file, mark, monitor::isCanceled, monitor::subTask);
            return review instanceof FileReview.Cancelled ? Status.CANCEL_STATUS : Status.OK_STATUS;
        } catch (CoreException e) {
            return e.getStatus();
        }
    }

    /** All jobs of this class are one family, named by the class. */
    @Override
    public boolean belongsTo(Object family) {
        return family == ReviewJob.class;
    }
}
