package folioscope.ide.ui;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.TableCursor;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** Shows a {@link Matrix}; a single cell is selected, by mouse or arrow keys. The first row sums up. */
final class MatrixTable {

    /** Which cell is selected: a row of the matrix, -1 for the one that sums up; a type's number, -1 for all. */
    record Place(int row, int type) { }

    /** In pixels: what a column gets beside its text, and what a scenario's title gets at least. */
    private static final int GAP = 8;
    private static final int NARROWEST = 110;

    private final Table table;
    private final TableCursor cursor;
    private int titles;

    MatrixTable(Composite parent, Consumer<Place> selected, Runnable chosen) {
        Composite area = new Composite(parent, SWT.NONE);
        area.setLayout(new FillLayout());
        table = new Table(area, SWT.FULL_SELECTION | SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        table.setData("folioscope.id", "matrix");
        table.addListener(SWT.Resize, e -> fit());
        cursor = new TableCursor(table, SWT.NONE);
        cursor.setBackground(table.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
        cursor.setForeground(table.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT));
        cursor.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> selected.accept(place())));
        cursor.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(e -> chosen.run()));
        cursor.addListener(SWT.MouseDoubleClick, e -> chosen.run());
    }

    Table table() {
        return table;
    }

    /** Shows a matrix and selects the gravest change in it, or else the cell that sums up. */
    Place show(Matrix matrix) {
        table.setRedraw(false);
        cursor.setVisible(false);
        table.removeAll();
        columns(matrix.types());
        if (!matrix.types().isEmpty()) {
            summary(matrix);
            matrix.rows().forEach(this::row);
        }
        pack();
        table.setRedraw(true);
        return select(matrix);
    }

    private void columns(List<String> types) {
        for (TableColumn column : table.getColumns()) {
            column.dispose();
        }
        if (!types.isEmpty()) {
            new TableColumn(table, SWT.LEFT).setText("Scenario");
        }
        types.forEach(type -> new TableColumn(table, SWT.LEFT).setText(type));
    }

    private void pack() {
        for (TableColumn column : table.getColumns()) {
            column.pack();
            column.setWidth(column.getWidth() + GAP);
        }
        titles = table.getColumnCount() == 0 ? 0 : table.getColumn(0).getWidth();
        fit();
    }

    /** Scenarios' titles get the room that the types leave, but never so little that nobody can tell them apart. */
    private void fit() {
        if (table.getColumnCount() > 0) {
            int others = Arrays.stream(table.getColumns()).skip(1).mapToInt(TableColumn::getWidth).sum();
            int room = table.getClientArea().width - others;
            table.getColumn(0).setWidth(Math.min(titles, Math.max(room, NARROWEST)));
        }
    }

    private void summary(Matrix matrix) {
        TableItem item = new TableItem(table, SWT.NONE);
        item.setText(0, "All scenarios");
        item.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        for (int i = 0; i < matrix.verdicts().size(); i++) {
            paint(item, i + 1, matrix.verdicts().get(i));
        }
    }

    private void row(Matrix.Row row) {
        TableItem item = new TableItem(table, SWT.NONE);
        item.setText(0, row.scenario() + "  " + row.title());
        for (int i = 0; i < row.cells().size(); i++) {
            paint(item, i + 1, row.cells().get(i).look());
        }
    }

    private static void paint(TableItem item, int column, VerdictLook look) {
        item.setText(column, look.text());
        item.setForeground(column, look.colour());
    }

    private Place select(Matrix matrix) {
        if (matrix.types().isEmpty()) {
            return new Place(-1, -1);
        }
        Place place = firstNews(matrix);
        cursor.setVisible(true);
        cursor.setSelection(place.row() + 1, place.type() + 1);
        return place;
    }

    private static Place firstNews(Matrix matrix) {
        if (matrix.rows().isEmpty() || !matrix.rows().get(0).gravest().isNews()) {
            return new Place(-1, -1);
        }
        Matrix.Row first = matrix.rows().get(0);
        return new Place(0, first.cells().stream().map(Matrix.Square::look).toList().indexOf(first.gravest()));
    }

    private Place place() {
        return new Place(table.indexOf(cursor.getRow()) - 1, cursor.getColumn() - 1);
    }
}
