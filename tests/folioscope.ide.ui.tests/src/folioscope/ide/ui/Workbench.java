package folioscope.ide.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;

/** Drives the workbench as a user would: waiting, looking up widgets, clicking; for tests that run in the UI thread. */
final class Workbench {

    static final Duration LIMIT = Duration.ofSeconds(20);

    private Workbench() {
    }

    static void await(String what, BooleanSupplier condition) {
        await(what, LIMIT, condition);
    }

    static void await(String what, Duration limit, BooleanSupplier condition) {
        Display display = Display.getCurrent();
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("timed out waiting for " + what);
            }
            if (!display.readAndDispatch()) {
                display.timerExec(20, () -> { });
                display.sleep();
            }
        }
    }

    /** Lets pending events run for a while, without a condition. */
    static void settle(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        await("time", () -> System.nanoTime() >= end);
    }

    static <T extends Control> Optional<T> find(Composite root, Class<T> type, Predicate<T> wanted) {
        for (Control child : root.getChildren()) {
            if (type.isInstance(child) && wanted.test(type.cast(child))) {
                return Optional.of(type.cast(child));
            }
            if (child instanceof Composite composite) {
                Optional<T> found = find(composite, type, wanted);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Opens the menus of the path one after the other, as a user does, and picks the last entry. */
    static void menu(Shell shell, String... path) {
        Menu menu = shell.getMenuBar();
        for (int i = 0; i < path.length; i++) {
            menu.notifyListeners(SWT.Show, new Event());
            MenuItem item = item(menu, path[i]);
            if (i == path.length - 1) {
                select(item);
            } else {
                menu = item.getMenu();
            }
        }
    }

    private static MenuItem item(Menu menu, String text) {
        List<String> seen = new ArrayList<>();
        for (MenuItem item : menu.getItems()) {
            String label = item.getText().replace("&", "").replaceAll("\t.*", "");
            if (label.equals(text)) {
                return item;
            }
            seen.add(label);
        }
        throw new AssertionError("no menu entry " + text + " in " + seen);
    }

    static void select(Widget widget) {
        Event event = new Event();
        event.widget = widget;
        widget.notifyListeners(SWT.Selection, event);
    }

    /** A real click through the X server, so that focus, selection and menus behave as for a user. */
    static void click(Control control, int x, int y) {
        Display display = control.getDisplay();
        Point at = control.toDisplay(x, y);
        Event event = new Event();
        event.type = SWT.MouseMove;
        event.x = at.x;
        event.y = at.y;
        display.post(event);
        settle(Duration.ofMillis(100));
        for (int type : new int[] { SWT.MouseDown, SWT.MouseUp }) {
            event = new Event();
            event.type = type;
            event.button = 1;
            display.post(event);
            settle(Duration.ofMillis(50));
        }
    }

    static Shell shell(Predicate<Shell> wanted) {
        Shell[] found = new Shell[1];
        await("shell", () -> {
            for (Shell shell : Display.getCurrent().getShells()) {
                if (!shell.isDisposed() && shell.isVisible() && wanted.test(shell)) {
                    found[0] = shell;
                    return true;
                }
            }
            return false;
        });
        return found[0];
    }

    /** Writes what the screen shows now to NAME.png in the folder of screenshots, and says where that is. */
    static Path screenshot(String name) throws IOException {
        Display display = Display.getCurrent();
        settle(Duration.ofMillis(200));
        Path folder = Path.of(System.getProperty("folioscope.screenshots", "target/screenshots"));
        Path file = Files.createDirectories(folder).resolve(name + ".png");
        Image image = new Image(display, display.getBounds().width, display.getBounds().height);
        GC gc = new GC(display);
        try {
            gc.copyArea(image, 0, 0);
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] { image.getImageData() };
            loader.save(file.toString(), SWT.IMAGE_PNG);
        } finally {
            gc.dispose();
            image.dispose();
        }
        return file;
    }
}
