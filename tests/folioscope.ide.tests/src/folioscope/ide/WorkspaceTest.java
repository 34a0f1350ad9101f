package folioscope.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.Test;

/** The ground the other tests stand on: a real workspace, with files and markers, and no workbench. */
class WorkspaceTest {

    @Test
    void keepsMarkerOnLineOfFile() throws CoreException {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("workspace-test");
        project.create(null);
        project.open(null);
        try {
            IFile file = project.getFile("a.patch");
            file.create("one\ntwo\n".getBytes(StandardCharsets.UTF_8), IResource.FORCE, null);
            IMarker marker = file.createMarker(IMarker.PROBLEM);
            marker.setAttribute(IMarker.LINE_NUMBER, 2);

            IMarker[] found = file.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO);

            assertEquals(1, found.length);
            assertEquals(2, found[0].getAttribute(IMarker.LINE_NUMBER, 0));
        } finally {
            project.delete(true, true, null);
        }
    }

    @Test
    void hasNoWorkbench() {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("org.eclipse.ui.PlatformUI"));
    }
}
