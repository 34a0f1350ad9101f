package folioscope.ide.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.Test;

import folioscope.ide.FindingMarkers;
import folioscope.ide.PatchNature;

/** Turning patch review on and off from the Project menu, and what the view does without it. */
class NatureCommandTest {

    @Test
    void turnsReviewOnAndOff() throws CoreException, IOException {
        try (Desk desk = new Desk("commands", false)) {
            IFile file = desk.write("wake.patch", Samples.LOST_WAKE);
            desk.edit(file);
            desk.awaitReview(file);
            assertEquals(List.of(), lines(file));

            choose(desk, "Add Folioscope Patch Review");
            Workbench.await("the nature", () -> PatchNature.isOn(desk.project()));
            Workbench.await("markers", () -> !lines(file).isEmpty());
            assertNotEquals(List.of(), lines(file));
            desk.page().showView("org.eclipse.ui.views.ProblemView");
            Workbench.settle(Duration.ofSeconds(2));
            Workbench.screenshot("problems");

            choose(desk, "Remove Folioscope Patch Review");
            Workbench.await("no nature", () -> !PatchNature.isOn(desk.project()));
            Workbench.await("no markers", () -> lines(file).isEmpty());
        }
    }

    private static void choose(Desk desk, String entry) throws CoreException {
        IViewPart explorer = desk.page().showView("org.eclipse.ui.navigator.ProjectExplorer");
        explorer.getSite().getSelectionProvider().setSelection(new StructuredSelection(desk.project()));
        Workbench.menu(desk.page().getWorkbenchWindow().getShell(), "Project", entry);
    }

    private static List<Integer> lines(IFile file) {
        try {
            return Stream.of(file.findMarkers(FindingMarkers.FINDING, true, IResource.DEPTH_ZERO))
                    .map(m -> m.getAttribute("lineNumber", 0)).sorted().toList();
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }
}
