package folioscope.ide.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import folioscope.review.Prediction;

/** The predictions of the selected cell, all that is known about one of them, and its traces. */
final class Details {

    /** Below this height in pixels there is no room for steps; below the other none for a text. */
    private static final int LOW = 190;
    private static final int MIDDLE = 330;

    private final SashForm area;
    private final PredictionTable predictions;
    private final Text text;
    private final Traces traces;
    private String absence = "";

    Details(Composite parent, IntConsumer openLine) {
        area = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
        predictions = new PredictionTable(area, this::select, p -> openLine.accept(p.line()));
        text = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        text.setData("folioscope.id", "prediction");
        traces = new Traces(area, openLine);
        area.setWeights(3, 3, 6);
        area.addListener(SWT.Resize, e -> fit(area.getSize().y));
    }

    /** Leaves out what there is no room for: the rest shows when the view is made larger. */
    private void fit(int height) {
        text.setVisible(height >= MIDDLE);
        traces.control().setVisible(height >= LOW);
        area.layout();
    }

    /**
     * Shows predictions.
     *
     * @param otherwise what to say if there are none
     */
    void show(List<Prediction> shown, String otherwise) {
        absence = otherwise;
        predictions.show(shown);
        select(predictions.selection());
    }

    /** The prediction that is looked at, if any. */
    Optional<Prediction> selection() {
        return predictions.selection();
    }

    private void select(Optional<Prediction> prediction) {
        text.setText(prediction.map(PredictionText::of).orElse(absence));
        traces.show(prediction);
    }
}
