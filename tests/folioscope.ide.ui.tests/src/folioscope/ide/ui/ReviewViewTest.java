package folioscope.ide.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import folioscope.ide.FindingMarkers;

/** The review view in a real workbench, in a project that is built on each change. */
class ReviewViewTest {

    private Desk desk;

    @BeforeEach
    void open() throws CoreException {
        desk = new Desk("view", true);
    }

    @AfterEach
    void close() throws CoreException {
        desk.close();
    }

    @Test
    void saysThatNoPatchIsOpen() throws IOException {
        assertEquals(Words.nothingOpen(), desk.words());
        Workbench.screenshot("view-nothing-open");
    }

    @Test
    void showsWhatPatchChangesForWhom() throws CoreException, IOException {
        IFile file = desk.write("wake.patch", Samples.LOST_WAKE);
        desk.edit(file);
        desk.awaitReview(file);

        assertTrue(desk.words().contains("regression for FS_DAX"), desk.words());
        Table matrix = desk.table("matrix");
        List<String> types = Arrays.stream(matrix.getColumns()).map(c -> c.getText()).toList();
        assertEquals(List.of("Scenario", "FS_DAX", "GENERIC", "PCI_P2PDMA", "PRIVATE"), types);
        assertEquals(VerdictLook.REGRESSION.text(), Desk.column(matrix, "FS_DAX").get(0));
        assertEquals(VerdictLook.NONE.text(), Desk.column(matrix, "GENERIC").get(0));
        assertEquals(List.of(VerdictLook.REGRESSION.text()), Desk.column(desk.table("predictions"), "Verdict"));
        Workbench.await("trace", () -> desk.table("after").getItemCount() > 0);
        Workbench.screenshot("view-regression");
    }

    @Test
    void showsStepsBeforeAndAfterWhenThereIsRoom() throws CoreException, IOException {
        IFile file = desk.write("wake.patch", Samples.LOST_WAKE);
        desk.edit(file);
        desk.awaitReview(file);
        IWorkbenchPartReference view = desk.page().findViewReference(ReviewView.ID);
        desk.page().setPartState(view, IWorkbenchPage.STATE_MAXIMIZED);
        try {
            Workbench.await("steps", () -> desk.table("after").isVisible() && desk.table("after").getItemCount() > 0);
            Workbench.screenshot("view-maximized");
            assertTrue(desk.text().isVisible());
        } finally {
            desk.page().setPartState(view, IWorkbenchPage.STATE_RESTORED);
        }
    }

    @Test
    void marksLinesInEditorInColoursOfTheirOwn() throws CoreException {
        IFile file = desk.write("wake.patch", Samples.LOST_WAKE);
        ITextEditor editor = (ITextEditor) desk.edit(file);
        desk.awaitReview(file);

        IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
        Workbench.await("annotations", () -> {
            List<String> types = new ArrayList<>();
            model.getAnnotationIterator().forEachRemaining(annotation -> types.add(annotation.getType()));
            return types.contains("folioscope.ide.ui.regression");
        });
    }

    @Test
    void hasOtherColoursInDarkTheme() throws CoreException, IOException {
        IThemeEngine themes = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        String usual = themes.getActiveTheme().getId();
        RGB light = VerdictLook.REGRESSION.colour().getRGB();
        try {
            themes.setTheme("org.eclipse.e4.ui.css.theme.e4_dark", false);
            Workbench.await("dark colours", () -> !VerdictLook.REGRESSION.colour().getRGB().equals(light));
            IFile file = desk.write("wake.patch", Samples.LOST_WAKE);
            desk.edit(file);
            desk.awaitReview(file);
            Workbench.screenshot("view-dark");
        } finally {
            themes.setTheme(usual, false);
        }
        Workbench.await("light colours", () -> VerdictLook.REGRESSION.colour().getRGB().equals(light));
    }

    @Test
    void hasMarkersAndRowsFromOneReview() throws CoreException {
        IFile file = desk.write("wake.patch", Samples.LOST_WAKE);
        desk.edit(file);
        desk.awaitReview(file);

        IMarker[] markers = file.findMarkers(FindingMarkers.FINDING, true, IResource.DEPTH_ZERO);
        TreeSet<String> marked = new TreeSet<>(Stream.of(markers)
                .filter(m -> m.getAttribute(FindingMarkers.TYPE, null) != null)
                .map(m -> m.getAttribute(IMarker.MESSAGE, "")).toList());
        assertEquals(marked, new TreeSet<>(Desk.column(desk.table("predictions"), "What will be different")));
        assertFalse(marked.isEmpty());
    }

    @Test
    void followsEditorThatIsOpenedSwitchedToAndClosed() throws CoreException {
        IFile first = desk.write("first.patch", Samples.LOST_WAKE);
        IFile second = desk.write("second.patch", Samples.NOTHING_CHANGES);
        IEditorPart editor = desk.edit(first);
        desk.awaitReview(first);

        IEditorPart other = desk.edit(second);
        desk.awaitReview(second);
        assertTrue(desk.words().contains("no change of behaviour is predicted"), desk.words());

        desk.page().activate(editor);
        desk.awaitReview(first);

        desk.page().closeEditor(editor, false);
        desk.awaitReview(second);
        desk.page().closeEditor(other, false);
        desk.awaitWords("an empty view", Words.nothingOpen()::equals);
    }

    @Test
    void staysWithPatchWhenNotLinked() throws CoreException {
        IFile first = desk.write("first.patch", Samples.LOST_WAKE);
        desk.edit(first);
        desk.awaitReview(first);

        desk.view().link(false);
        try {
            desk.edit(desk.write("second.patch", Samples.NOTHING_CHANGES));
            desk.awaitReview(first);
        } finally {
            desk.view().link(true);
        }
        desk.awaitWords("the second patch", words -> words.startsWith("second.patch"));
    }

    @Test
    void saysThatEditorShowsNoPatch() throws CoreException {
        desk.edit(desk.write("notes.txt", "nothing"));

        desk.awaitWords("no patch", Words.noPatch("notes.txt")::equals);
    }

    @Test
    void saysWhatIsWrongWithInput() throws CoreException, IOException {
        IFile file = desk.write("empty.patch", "no diff\n");
        desk.edit(file);

        desk.awaitWords("what is wrong", words -> words.contains("no patch in this input"));
        assertFalse(desk.parts().isVisible());
        Workbench.screenshot("view-no-diff");
    }

    @Test
    void opensLineOfPrediction() throws CoreException, IOException {
        IFile file = desk.write("wake.patch", Samples.LOST_WAKE);
        IEditorPart editor = desk.edit(file);
        desk.awaitReview(file);

        Table predictions = desk.table("predictions");
        Event enter = new Event();
        enter.item = predictions.getItem(0);
        predictions.notifyListeners(SWT.DefaultSelection, enter);

        ITextSelection selection = (ITextSelection) ((ITextEditor) editor).getSelectionProvider().getSelection();
        String line = Samples.LOST_WAKE.lines().toList().get(selection.getStartLine());
        assertTrue(line.startsWith("-") || line.startsWith("+"), line);
        assertEquals(Desk.column(predictions, "Line").get(0), String.valueOf(selection.getStartLine() + 1));
        Workbench.screenshot("editor-line");
    }

    @Test
    void reviewsAgainWhenPatchIsChanged() throws CoreException {
        IFile file = desk.write("wake.patch", Samples.LOST_WAKE);
        desk.edit(file);
        desk.awaitReview(file);

        desk.write("wake.patch", Samples.NOTHING_CHANGES);

        desk.awaitWords("a new review", words -> words.contains("no change of behaviour is predicted"));
        assertEquals(List.of(), Desk.column(desk.table("predictions"), "Verdict"));
    }

    @Test
    void showsSeriesAsAWholeAndPatchByPatch() throws CoreException, IOException {
        IFile file = desk.write("series.mbox", Samples.SERIES);
        desk.edit(file);
        desk.awaitReview(file);

        assertEquals(3, desk.parts().getItemCount(), () -> String.join("\n", desk.parts().getItems()));
        assertEquals(VerdictLook.NONE.text(), Desk.column(desk.table("matrix"), "FS_DAX").get(0));
        desk.parts().select(2);
        desk.parts().notifyListeners(SWT.Selection, new Event());
        assertEquals(VerdictLook.FIX.text(), Desk.column(desk.table("matrix"), "FS_DAX").get(0));
        Workbench.screenshot("view-series");
    }

    @Test
    void copiesReviewAsText() throws CoreException {
        IFile file = desk.write("wake.patch", Samples.LOST_WAKE);
        desk.edit(file);
        desk.awaitReview(file);

        desk.view().getViewSite().getActionBars().getGlobalActionHandler(ActionFactory.COPY.getId()).run();

        Clipboard clipboard = new Clipboard(Display.getCurrent());
        String text = (String) clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        assertTrue(text.contains("FS_DAX") && text.contains("regression"), text);
    }

    @Test
    void reviewsAgainWhenAsked() throws CoreException {
        IFile file = desk.write("wake.patch", Samples.LOST_WAKE);
        desk.edit(file);
        desk.awaitReview(file);
        var before = desk.view().review().orElseThrow();

        desk.view().getViewSite().getActionBars().getGlobalActionHandler(ActionFactory.REFRESH.getId()).run();

        Workbench.await("another review", () -> desk.view().review().filter(r -> r != before).isPresent());
        assertEquals(before.total().verdicts(), desk.view().review().orElseThrow().total().verdicts());
    }
}
