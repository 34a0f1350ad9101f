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

    private final PredictionTable predictions;
    private final Text text;
    private final Traces traces;

    Details(Composite parent, IntConsumer openLine) {
        SashForm area = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
        predictions = new PredictionTable(area, this::select, p -> openLine.accept(p.line()));
        text = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        text.setData("folioscope.id", "prediction");
        traces = new Traces(area, openLine);
        area.setWeights(3, 3, 5);
    }

    void show(List<Prediction> shown) {
        predictions.show(shown);
        select(predictions.selection());
    }

    /** The prediction that is looked at, if any. */
    Optional<Prediction> selection() {
        return predictions.selection();
    }

    private void select(Optional<Prediction> prediction) {
        text.setText(prediction.map(PredictionText::of).orElse("No prediction here."));
        traces.show(prediction);
    }
}
