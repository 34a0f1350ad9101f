package folioscope.ide;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.IWorkspaceDescription;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** A project of its own for one test, with nothing built unless the test says so. */
final class Sandbox implements AutoCloseable {

    private final IProject project;

    /** A project with patch review. */
    static Sandbox reviewed(String name) throws CoreException {
        Sandbox sandbox = new Sandbox(name);
        PatchNature.add(sandbox.project, null);
        return sandbox;
    }

    /** A project with nothing special about it. */
    static Sandbox plain(String name) throws CoreException {
        return new Sandbox(name);
    }

    private Sandbox(String name) throws CoreException {
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        IWorkspaceDescription description = workspace.getDescription();
        description.setAutoBuilding(false);
        workspace.setDescription(description);
        project = workspace.getRoot().getProject(name);
        project.create(null);
        project.open(null);
    }

    IProject project() {
        return project;
    }

    IFile write(String name, String text) throws CoreException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    IFile write(String name, byte[] content) throws CoreException {
        IFile file = project.getFile(name);
        file.write(content, true, false, false, null);
        return file;
    }

    void build() throws CoreException {
        build(IncrementalProjectBuilder.INCREMENTAL_BUILD, null);
    }

    void build(int kind, IProgressMonitor monitor) throws CoreException {
        project.build(kind, monitor);
    }

    /** The findings marked in a file, as one line of text each, in the order of their lines. */
    static List<String> findings(IFile file) throws CoreException {
        return Stream.of(file.findMarkers(FindingMarkers.FINDING, true, IResource.DEPTH_ZERO))
                .sorted(Comparator.comparing((IMarker m) -> m.getAttribute(IMarker.LINE_NUMBER, 0))
                        .thenComparing(Sandbox::text))
                .map(Sandbox::text).toList();
    }

    /** The same for findings that are not in a file yet. */
    static List<String> texts(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::line).thenComparing(Sandbox::text))
                .map(Sandbox::text).toList();
    }

    private static String text(IMarker marker) {
        return String.join(" | ", String.valueOf(marker.getAttribute(IMarker.LINE_NUMBER, 0)),
                marker.getAttribute(FindingMarkers.KIND, ""), marker.getAttribute(FindingMarkers.TYPE, ""),
                marker.getAttribute(FindingMarkers.SCENARIO, ""), marker.getAttribute(FindingMarkers.EFFECT, ""),
                marker.getAttribute(IMarker.MESSAGE, ""));
    }

    private static String text(Finding finding) {
        return String.join(" | ", String.valueOf(finding.line()), finding.kind().word(), finding.type(),
                finding.scenario(), finding.effect(), finding.message());
    }

    @Override
    public void close() throws CoreException {
        project.delete(true, true, null);
    }
}
