package folioscope.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * What a project has whose patches are reviewed on each change: brings the builder, and takes the findings away with
 * it.
 */
public final class PatchNature implements IProjectNature {

    /** The id under which the nature is registered. */
    public static final String ID = "folioscope.ide.patchNature";

    private IProject project;

    @Override
    public void configure() throws CoreException {
        IProjectDescription description = project.getDescription();
        if (Stream.of(description.getBuildSpec()).noneMatch(PatchNature::isOurs)) {
            ICommand command = description.newCommand();
            command.setBuilderName(PatchBuilder.ID);
            List<ICommand> commands = new ArrayList<>(List.of(description.getBuildSpec()));
            commands.add(command);
            description.setBuildSpec(commands.toArray(ICommand[]::new));
            project.setDescription(description, null);
        }
    }

    @Override
    public void deconfigure() throws CoreException {
        IProjectDescription description = project.getDescription();
        description.setBuildSpec(Stream.of(description.getBuildSpec()).filter(c -> !isOurs(c))
                .toArray(ICommand[]::new));
        project.setDescription(description, null);
        FindingMarkers.clear(project);
        ReviewStore.of(project.getWorkspace()).forget(project);
    }

    @Override
    public IProject getProject() {
        return project;
    }

    @Override
    public void setProject(IProject project) {
        this.project = project;
    }

    /** Whether patches of the project are reviewed on each change; a closed project's are not. */
    public static boolean isOn(IProject project) {
        try {
            return project.isOpen() && project.hasNature(ID);
        } catch (CoreException gone) {
            return false;
        }
    }

    /** Turns reviewing on, once, for an open project. */
    public static void add(IProject project, IProgressMonitor monitor) throws CoreException {
        if (!project.hasNature(ID)) {
            IProjectDescription description = project.getDescription();
            description.setNatureIds(Stream.concat(Stream.of(description.getNatureIds()), Stream.of(ID))
                    .toArray(String[]::new));
            project.setDescription(description, monitor);
        }
    }

    /** Turns reviewing off; markers and reviews of the project go with it. */
    public static void remove(IProject project, IProgressMonitor monitor) throws CoreException {
        if (project.hasNature(ID)) {
            IProjectDescription description = project.getDescription();
            description.setNatureIds(Stream.of(description.getNatureIds()).filter(n -> !n.equals(ID))
                    .toArray(String[]::new));
            project.setDescription(description, monitor);
        }
    }

    private static boolean isOurs(ICommand command) {
        return command.getBuilderName().equals(PatchBuilder.ID);
    }
}
