package folioscope.ide.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;

import folioscope.report.Formats;
import folioscope.report.Look;
import folioscope.review.Review;

/** What the tool bar of the view offers: review again, copy as text, link with the editor. */
final class ViewActions {

    private final Following following;
    private final Supplier<Optional<Review>> review;

    ViewActions(Following following, Supplier<Optional<Review>> review) {
        this.following = following;
        this.review = review;
    }

    void fill(IActionBars bars) {
        IAction again = again();
        IAction copy = copy();
        bars.getToolBarManager().add(again);
        bars.getToolBarManager().add(copy);
        bars.getToolBarManager().add(link());
        bars.setGlobalActionHandler(ActionFactory.REFRESH.getId(), again);
        bars.setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
        bars.updateActionBars();
    }

    private IAction again() {
        Action action = new Action("Review Again") {
            @Override
            public void run() {
                following.again();
            }
        };
        action.setToolTipText("Review this patch again");
        ResourceLocator.imageDescriptorFromBundle(ViewActions.class, "icons/again.svg")
                .ifPresent(action::setImageDescriptor);
        return action;
    }

    private IAction copy() {
        Action action = new Action("Copy as Text") {
            @Override
            public void run() {
                review.get().ifPresent(ViewActions::toClipboard);
            }
        };
        action.setToolTipText("Copy the review as text, as the command line prints it");
        action.setImageDescriptor(shared(ISharedImages.IMG_TOOL_COPY));
        return action;
    }

    private IAction link() {
        Action action = new Action("Link with Editor", IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                following.link(isChecked());
            }
        };
        action.setToolTipText("Show the patch in the active editor");
        action.setImageDescriptor(shared(ISharedImages.IMG_ELCL_SYNCED));
        action.setChecked(following.isLinked());
        return action;
    }

    private static void toClipboard(Review review) {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            clipboard.setContents(new Object[] { text(review) }, new Transfer[] { TextTransfer.getInstance() });
        } finally {
            clipboard.dispose();
        }
    }

    private static String text(Review review) {
        return Formats.named("text", Look.PLAIN).map(f -> f.reviews(List.of(review))).orElse("");
    }

    private static ImageDescriptor shared(String key) {
        return PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(key);
    }
}
