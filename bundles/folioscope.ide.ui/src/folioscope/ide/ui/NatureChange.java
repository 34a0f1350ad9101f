package folioscope.ide.ui;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/** Does something to the nature of each selected project, in the background. */
final class NatureChange {

    /** What is done to one project. */
    interface Step {
        void apply(IProject project, IProgressMonitor monitor) throws CoreException;
    }

    private NatureChange() {
    }

    static void schedule(ExecutionEvent event, String name, Step step) {
        List<IProject> projects = projects(event);
        if (projects.isEmpty()) {
            return;
        }
        WorkspaceJob job = new WorkspaceJob(name) {
            @Override
            public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
                for (IProject project : projects) {
                    step.apply(project, monitor);
                }
                return Status.OK_STATUS;
            }
        };
        job.setRule(projects.get(0).getWorkspace().getRoot());
        job.schedule();
    }

    private static List<IProject> projects(ExecutionEvent event) {
        return HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection
                ? Stream.of(selection.toArray()).map(o -> Adapters.adapt(o, IProject.class)).filter(Objects::nonNull)
                        .distinct().toList()
                : List.of();
    }
}
