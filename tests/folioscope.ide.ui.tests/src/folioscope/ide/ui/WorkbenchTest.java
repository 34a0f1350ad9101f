package folioscope.ide.ui;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

/** The ground the other tests stand on: a real workbench window on a screen, and pictures of it. */
class WorkbenchTest {

    @Test
    void showsWindowAndProblemsView() throws PartInitException, IOException {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        assertNotNull(window);
        window.getActivePage().showView("org.eclipse.ui.views.ProblemView");
        Workbench.await("window", window.getShell()::isVisible);

        Path picture = Workbench.screenshot("workbench");

        assertTrue(Files.size(picture) > 5_000, () -> picture + " is empty");
    }
}
