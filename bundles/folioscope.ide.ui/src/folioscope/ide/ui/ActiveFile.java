package folioscope.ide.ui;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.ide.ResourceUtil;

/** Follows the active editor of a page: tells when another one is active, shows another file, or when none is left. */
final class ActiveFile implements IPartListener2 {

    private final IWorkbenchPage page;
    private final Runnable changed;

    ActiveFile(IWorkbenchPage page, Runnable changed) {
        this.page = page;
        this.changed = changed;
    }

    void start() {
        page.addPartListener(this);
    }

    void stop() {
        page.removePartListener(this);
    }

    /** The title of the active editor, if there is one. */
    Optional<String> title() {
        return Optional.ofNullable(page.getActiveEditor()).map(IEditorPart::getTitle);
    }

    /** The workspace file in the active editor; none for one from outside the workspace. */
    Optional<IFile> file() {
        return Optional.ofNullable(page.getActiveEditor()).map(IEditorPart::getEditorInput)
                .flatMap(input -> Optional.ofNullable(ResourceUtil.getFile(input)));
    }

    @Override
    public void partActivated(IWorkbenchPartReference reference) {
        changed.run();
    }

    @Override
    public void partBroughtToTop(IWorkbenchPartReference reference) {
        changed.run();
    }

    @Override
    public void partOpened(IWorkbenchPartReference reference) {
        changed.run();
    }

    @Override
    public void partClosed(IWorkbenchPartReference reference) {
        changed.run();
    }

    @Override
    public void partInputChanged(IWorkbenchPartReference reference) {
        changed.run();
    }
}
