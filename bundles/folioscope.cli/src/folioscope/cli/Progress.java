package folioscope.cli;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/**
 * One line on a terminal that says what is being done, once that has taken a second; it is gone when closed. Where nobody
 * watches it does nothing. Safe to use from any thread.
 */
final class Progress implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(1);
    private static final long REFRESH = 200;
    private static final int WIDTH = 78;
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream err;
    private final Thread painter = new Thread(this::paint, "progress");
    private String subject = "";
    private String work = "";
    private boolean shown;

    Progress(Terminal terminal) {
        err = terminal.err();
        painter.setDaemon(true);
        if (terminal.interactive()) {
            painter.start();
        }
    }

    /** What the whole is about now, such as the name of a file. */
    synchronized void about(String what) {
        subject = what;
        work = "";
    }

    /** What is being done for it. */
    synchronized void doing(String what) {
        work = what;
    }

    /** Makes room for another line on the terminal. */
    synchronized void erase() {
        if (shown) {
            err.print(ERASE);
            err.flush();
            shown = false;
        }
    }

    @Override
    public void close() {
        painter.interrupt();
        try {
            painter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        erase();
    }

    private void paint() {
        try {
            Thread.sleep(PATIENCE);
            while (true) {
                show();
                Thread.sleep(REFRESH);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void show() {
        String line = subject + (work.isEmpty() ? "" : ": " + work);
        err.print(ERASE + (line.length() > WIDTH ? line.substring(0, WIDTH - 3) + "..." : line));
        err.flush();
        shown = true;
    }
}
