package folioscope.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;

/**
 * Reviews the patches of a project that changed since the last build. A build that is cancelled, or interrupted because
 * somebody saves a file, stops in the middle of an exploration; files that were done by then keep their findings, the
 * others keep what they had and come again with the next build.
 */
public final class PatchBuilder extends IncrementalProjectBuilder {

    /** The id under which the builder is registered. */
    public static final String ID = "folioscope.ide.patchBuilder";

    @Override
    protected IProject[] build(int kind, Map<String, String> args, IProgressMonitor monitor) throws CoreException {
        IResourceDelta delta = kind == FULL_BUILD ? null : getDelta(getProject());
        List<IFile> files = delta == null ? PatchFiles.in(getProject()) : changed(delta);
        SubMonitor progress = SubMonitor.convert(monitor, files.size());
        Reviewing reviewing = new Reviewing(getProject().getWorkspace());
        for (int i = 0; i < files.size(); i++) {
            String what = "Reviewing " + files.get(i).getFullPath().makeRelative() + " (" + (i + 1) + " of "
                    + files.size() + ")";
            progress.subTask(what);
            FileReview review = reviewing.review(files.get(i), true, () -> isInterrupted() || progress.isCanceled(),
                    words -> progress.subTask(what + ": " + words));
            if (review instanceof FileReview.Cancelled) {
                rememberLastBuiltState();
                if (!progress.isCanceled()) {
                    ReviewStore.of(getProject().getWorkspace()).postpone(files.get(i));
                }
                throw new OperationCanceledException();
            }
            progress.worked(1);
        }
        return new IProject[0];
    }

    @Override
    protected void clean(IProgressMonitor monitor) throws CoreException {
        FindingMarkers.clear(getProject());
        ReviewStore.of(getProject().getWorkspace()).forget(getProject());
    }

    /** The patches that were added or whose bytes changed; what is gone took its markers along. */
    private static List<IFile> changed(IResourceDelta delta) throws CoreException {
        List<IFile> files = new ArrayList<>();
        delta.accept(step -> {
            if (step.getResource() instanceof IFile file && isNews(step) && PatchFiles.isPatch(file)) {
                files.add(file);
            }
            return !step.getResource().isDerived();
        });
        return List.copyOf(files);
    }

    private static boolean isNews(IResourceDelta step) {
        int content = IResourceDelta.CONTENT | IResourceDelta.REPLACED | IResourceDelta.TYPE;
        return step.getKind() == IResourceDelta.ADDED
                || step.getKind() == IResourceDelta.CHANGED && (step.getFlags() & content) != 0
                        && step.getResource().exists() && step.getResource().getType() == IResource.FILE;
    }
}
