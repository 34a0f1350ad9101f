package folioscope.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/**
 * What the command line is connected to. Everything is written in UTF-8.
 *
 * @param out results; nothing else goes there
 * @param err diagnostics and progress
 * @param interactive whether a person watches: progress is shown
 * @param colour whether what is shown there may be coloured
 * @param cancelled whether the user has asked to stop
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, boolean interactive, boolean colour, BooleanSupplier cancelled) {

    private static final int BUFFER = 1 << 13;

    /** What this program was started in. */
    static Terminal system(BooleanSupplier cancelled) {
        boolean interactive = isTerminal(System.console());
        boolean plain = System.getenv("NO_COLOR") != null || "dumb".equals(System.getenv("TERM"));
        return new Terminal(System.in, stream(FileDescriptor.out), stream(FileDescriptor.err), interactive, interactive && !plain,
                cancelled);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER), false, StandardCharsets.UTF_8);
    }

    /** Since Java 22 there is a console also without a terminal, and {@code isTerminal} to ask it. */
    private static boolean isTerminal(Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** A line for the user about something that went wrong or needs saying. */
    void say(String message) {
        err.print("folioscope: " + message + "\n");
        err.flush();
    }

    /** A diagnostic with its place, {@code file:line: message}; line 0 stands for the whole file. */
    void locate(String file, int line, String message) {
        err.print(file + (line > 0 ? ":" + line : "") + ": " + message + "\n");
        err.flush();
    }
}
