package folioscope.patch;

import java.util.ArrayList;
import java.util.List;

/** Collects what could not be read while one input is read, in the order in which it was met. */
final class DiagnosticLog {

    private final List<Diagnostic> diagnostics = new ArrayList<>();

    void error(int line, String message) {
        diagnostics.add(new Diagnostic(Diagnostic.Severity.ERROR, line, message));
    }

    void warning(int line, String message) {
        diagnostics.add(new Diagnostic(Diagnostic.Severity.WARNING, line, message));
    }

    void info(int line, String message) {
        diagnostics.add(new Diagnostic(Diagnostic.Severity.INFO, line, message));
    }

    List<Diagnostic> toList() {
        return List.copyOf(diagnostics);
    }
}
