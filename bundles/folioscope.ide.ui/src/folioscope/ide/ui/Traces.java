package folioscope.ide.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

import folioscope.explore.Step;
import folioscope.review.Prediction;

/** The traces of a prediction, before and after, side by side. Their steps are worked out in the background. */
final class Traces {

    private final SashForm area;
    private final TraceTable before;
    private final TraceTable after;
    private final AtomicReference<Optional<Prediction>> shown = new AtomicReference<>(Optional.empty());

    Traces(Composite parent, IntConsumer openLine) {
        area = new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH);
        before = new TraceTable(area, "before", openLine);
        after = new TraceTable(area, "after", openLine);
    }

    Control control() {
        return area;
    }

    /** Shows the traces of a prediction, or none. */
    void show(Optional<Prediction> prediction) {
        shown.set(prediction);
        before.show(prediction.map(p -> "Before: " + p.before()).orElse("Before"), List.of());
        after.show(prediction.map(p -> "After: " + p.after()).orElse("After"), List.of());
        prediction.ifPresent(this::load);
    }

    private void load(Prediction prediction) {
        Display display = area.getDisplay();
        Job job = Job.createSystem("Traces", (ICoreRunnable) monitor -> {
            List<Step> first = prediction.traceBefore().steps();
            List<Step> second = prediction.traceAfter().steps();
            if (!display.isDisposed()) {
                display.asyncExec(() -> fill(prediction, first, second));
            }
        });
        job.schedule();
    }

    private void fill(Prediction prediction, List<Step> first, List<Step> second) {
        if (!area.isDisposed() && shown.get().filter(p -> p == prediction).isPresent()) {
            before.show(heading("Before: ", prediction.before(), first), first);
            after.show(heading("After: ", prediction.after(), second), second);
        }
    }

    private static String heading(String side, String clause, List<Step> steps) {
        return side + clause + (steps.isEmpty() ? ""
                : " (" + steps.size() + (steps.size() == 1 ? " step)" : " steps)"));
    }
}
