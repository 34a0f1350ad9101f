package folioscope.ide.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import folioscope.model.ModelLibrary;
import folioscope.review.Prediction;
import folioscope.review.Review;

/** Shows one review: how it stands in words, which part of it, the matrix of that part, and the details of a cell. */
final class ReviewPanel {

    private final ModelLibrary library;
    private final Composite area;
    private final Label words;
    private final Combo parts;
    private final SashForm body;
    private final MatrixTable matrix;
    private final Details details;

    private List<Part> choices = List.of();
    private Matrix shown = Matrix.EMPTY;

    ReviewPanel(Composite parent, ModelLibrary library, IntConsumer openLine) {
        this.library = library;
        area = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginHeight = 2;
        layout.verticalSpacing = 3;
        area.setLayout(layout);
        words = new Label(area, SWT.WRAP);
        words.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        words.setData("folioscope.id", "words");
        parts = new Combo(area, SWT.READ_ONLY | SWT.DROP_DOWN);
        parts.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        parts.setData("folioscope.id", "parts");
        parts.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> part(parts.getSelectionIndex())));
        body = new SashForm(area, SWT.VERTICAL | SWT.SMOOTH);
        body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        matrix = new MatrixTable(body, this::cell,
                () -> details().selection().ifPresent(p -> openLine.accept(p.line())));
        details = new Details(body, openLine);
        body.setWeights(2, 3);
        body.addListener(SWT.Resize, e -> orient());
        show("", Optional.empty());
    }

    private Details details() {
        return details;
    }

    void setFocus() {
        matrix.table().setFocus();
    }

    /** Says how things stand and leaves the rest as it is. */
    void say(String sentence) {
        words.setText(sentence.replace("&", "&&"));
        area.layout();
    }

    /** Shows a review, or with none only words. */
    void show(String sentence, Optional<Review> review) {
        choices = review.map(Part::of).orElse(List.of());
        parts.setItems(choices.stream().map(Part::label).toArray(String[]::new));
        exclude(parts, choices.size() < 2);
        exclude(body, choices.isEmpty());
        say(sentence);
        if (!choices.isEmpty()) {
            parts.select(0);
            part(0);
        }
    }

    private static void exclude(Control control, boolean away) {
        ((GridData) control.getLayoutData()).exclude = away;
        control.setVisible(!away);
    }

    private void part(int number) {
        Part part = choices.get(number);
        shown = Matrix.of(part.verdicts(), part.predictions(), part.kernel(), library);
        cell(matrix.show(shown));
    }

    private void cell(MatrixTable.Place place) {
        List<Prediction> all = choices.get(Math.max(0, parts.getSelectionIndex())).predictions();
        List<Prediction> here = place.row() >= 0 && place.type() >= 0
                ? shown.rows().get(place.row()).cells().get(place.type()).predictions()
                : all.stream().filter(p -> isIn(p, place)).toList();
        details.show(here, Words.cell(shown, place));
    }

    private boolean isIn(Prediction prediction, MatrixTable.Place place) {
        return (place.row() < 0 || prediction.scenario().equals(shown.rows().get(place.row()).scenario()))
                && (place.type() < 0 || prediction.type().equals(shown.types().get(place.type())));
    }

    /** A wide view has the matrix beside the details, a high one above them. */
    private void orient() {
        Point size = body.getSize();
        int wanted = size.x > size.y * 2 ? SWT.HORIZONTAL : SWT.VERTICAL;
        if (body.getOrientation() != wanted) {
            body.setOrientation(wanted);
            body.setWeights(wanted == SWT.HORIZONTAL ? new int[] { 4, 5 } : new int[] { 2, 3 });
        }
    }
}
