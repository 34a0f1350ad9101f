package folioscope.ide.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import folioscope.review.Prediction;

/** Lists predictions: one line each. */
final class PredictionTable {

    private static final String[] HEADINGS = { "Verdict", "Type", "Scenario", "Line", "What will be different" };

    private final Table table;

    PredictionTable(Composite parent, Consumer<Optional<Prediction>> selected, Consumer<Prediction> chosen) {
        table = new Table(parent, SWT.FULL_SELECTION | SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        table.setData("folioscope.id", "predictions");
        for (String heading : HEADINGS) {
            new TableColumn(table, heading.equals("Line") ? SWT.RIGHT : SWT.LEFT).setText(heading);
        }
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> selected.accept(selection())));
        table.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(e -> selection().ifPresent(chosen)));
    }

    Table table() {
        return table;
    }

    /** The prediction that is selected, if any. */
    Optional<Prediction> selection() {
        return table.getSelectionCount() == 0 ? Optional.empty()
                : Optional.of((Prediction) table.getSelection()[0].getData());
    }

    /** Shows predictions and selects the first of them. */
    void show(List<Prediction> predictions) {
        table.setRedraw(false);
        table.removeAll();
        predictions.forEach(this::line);
        for (TableColumn column : table.getColumns()) {
            column.pack();
        }
        if (!predictions.isEmpty()) {
            table.setSelection(0);
        }
        table.setRedraw(true);
    }

    private void line(Prediction prediction) {
        TableItem item = new TableItem(table, SWT.NONE);
        VerdictLook look = VerdictLook.of(prediction.kind());
        item.setData(prediction);
        item.setText(new String[] { look.text(), prediction.type(), prediction.scenario(),
                prediction.line() > 0 ? String.valueOf(prediction.line()) : "", prediction.message() });
        item.setForeground(0, look.colour());
    }
}
