package folioscope.ide.ui;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** Opens a file of the workspace in its editor and shows a line of it. */
final class OpenLine {

    private final IWorkbenchPage page;

    OpenLine(IWorkbenchPage page) {
        this.page = page;
    }

    /** Shows a 1-based line; below 1 or behind the end the editor opens where it was. */
    void open(IFile file, int line) {
        try {
            IEditorPart editor = IDE.openEditor(page, file, true);
            ITextEditor text = Adapters.adapt(editor, ITextEditor.class);
            if (text != null && line > 0) {
                reveal(text, line);
            }
        } catch (PartInitException e) {
            ILog.of(OpenLine.class).log(e.getStatus());
        }
    }

    private static void reveal(ITextEditor editor, int line) {
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        if (document == null || line > document.getNumberOfLines()) {
            return;
        }
        try {
            IRegion region = document.getLineInformation(line - 1);
            editor.selectAndReveal(region.getOffset(), region.getLength());
        } catch (BadLocationException changedMeanwhile) {
            ILog.of(OpenLine.class).info("Line " + line + " is gone", changedMeanwhile);
        }
    }
}
