package folioscope.ide.ui;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.IWorkspaceDescription;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;

import folioscope.ide.PatchNature;

/** A project with patches, the review view, and what can be seen in it; for one test. */
final class Desk implements AutoCloseable {

    /** A first review reads and compiles the model. */
    private static final Duration FIRST_REVIEW = Duration.ofSeconds(120);

    private final IProject project;
    private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();

    /** A desk whose project is built whenever a file changes, with patch review or without. */
    Desk(String name, boolean reviewed) throws CoreException {
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        IWorkspaceDescription description = workspace.getDescription();
        description.setAutoBuilding(true);
        workspace.setDescription(description);
        project = workspace.getRoot().getProject(name);
        project.create(null);
        project.open(null);
        if (reviewed) {
            PatchNature.add(project, null);
        }
        IViewPart intro = page.findView("org.eclipse.ui.internal.introview");
        if (intro != null) {
            page.hideView(intro);
        }
        page.getWorkbenchWindow().getShell().setBounds(PlatformUI.getWorkbench().getDisplay().getBounds());
        page.showView(ReviewView.ID);
    }

    IProject project() {
        return project;
    }

    IWorkbenchPage page() {
        return page;
    }

    IFile write(String name, String text) throws CoreException {
        IFile file = project.getFile(name);
        file.write(text.getBytes(StandardCharsets.UTF_8), true, false, false, null);
        return file;
    }

    IEditorPart edit(IFile file) throws CoreException {
        return IDE.openEditor(page, file, true);
    }

    ReviewView view() {
        return (ReviewView) page.findView(ReviewView.ID);
    }

    /** What the view says about how things stand. */
    String words() {
        return widget(Label.class, "words").getText();
    }

    Table table(String id) {
        return widget(Table.class, id);
    }

    Text text() {
        return widget(Text.class, "prediction");
    }

    Combo parts() {
        return widget(Combo.class, "parts");
    }

    /** Waits until the view has words that fit. */
    void awaitWords(String what, Predicate<String> wanted) {
        try {
            Workbench.await(what, FIRST_REVIEW, () -> wanted.test(words()));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; the view says: " + words(), e);
        }
    }

    /** Waits until the view shows the review of a file. */
    void awaitReview(IFile file) {
        awaitWords("the review of " + file.getName(),
                words -> words.startsWith(file.getName()) && words.contains("against Linux"));
    }

    /** A column of a table, from top to bottom. */
    static List<String> column(Table table, String heading) {
        int column = Arrays.stream(table.getColumns()).map(c -> c.getText()).toList().indexOf(heading);
        return Arrays.stream(table.getItems()).map((TableItem i) -> i.getText(column)).toList();
    }

    private <T extends Control> T widget(Class<T> type, String id) {
        for (Shell shell : PlatformUI.getWorkbench().getDisplay().getShells()) {
            var found = Workbench.find((Composite) shell, type, c -> id.equals(c.getData("folioscope.id")));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError("no " + id + " to be seen");
    }

    @Override
    public void close() throws CoreException {
        page.closeAllEditors(false);
        page.hideView(page.findView(ReviewView.ID));
        project.delete(true, true, null);
    }
}
