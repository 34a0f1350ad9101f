package folioscope.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.Test;

/** Turning patch review on and off for a project. */
class PatchNatureTest {

    @Test
    void bringsBuilderOnceAndTakesItAway() throws CoreException {
        try (Sandbox sandbox = Sandbox.plain("nature")) {
            IProject project = sandbox.project();
            PatchNature.add(project, null);
            PatchNature.add(project, null);
            assertTrue(PatchNature.isOn(project));
            assertEquals(1, builders(project));

            PatchNature.remove(project, null);
            assertFalse(PatchNature.isOn(project));
            assertEquals(0, builders(project));
        }
    }

    @Test
    void takesMarkersAndReviewsAway() throws CoreException {
        try (Sandbox sandbox = Sandbox.reviewed("nature")) {
            IFile file = sandbox.write("wake.patch", Samples.LOST_WAKE);
            sandbox.build();
            assertNotEquals(List.of(), Sandbox.findings(file));

            PatchNature.remove(sandbox.project(), null);

            assertEquals(List.of(), Sandbox.findings(file));
            assertEquals(new FileReview.None(), ReviewStore.of(file.getWorkspace()).get(file));
        }
    }

    @Test
    void isOffForClosedProject() throws CoreException {
        try (Sandbox sandbox = Sandbox.reviewed("nature")) {
            sandbox.project().close(null);

            assertFalse(PatchNature.isOn(sandbox.project()));
        }
    }

    private static long builders(IProject project) throws CoreException {
        return Stream.of(project.getDescription().getBuildSpec())
                .filter(c -> c.getBuilderName().equals(PatchBuilder.ID)).count();
    }
}
