package folioscope.ide.ui;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import folioscope.explore.Step;
import folioscope.skeleton.Origin;

/**
 * Shows one trace, step by step, with what each step changes of the page. A step that stands in the patch can be
 * opened.
 */
final class TraceTable {

    private static final String[] HEADINGS = { "#", "Thread", "Step", "Now", "In" };
    private static final int[] WIDTHS = { 32, 84, 260, 170, 240 };

    private final Label heading;
    private final Table table;

    TraceTable(Composite parent, String id, IntConsumer openLine) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        area.setLayout(layout);
        heading = new Label(area, SWT.NONE);
        heading.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        table = new Table(area, SWT.FULL_SELECTION | SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL);
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table.setHeaderVisible(true);
        table.setData("folioscope.id", id);
        for (int i = 0; i < HEADINGS.length; i++) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(HEADINGS[i]);
            column.setWidth(WIDTHS[i]);
        }
        table.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(
                e -> open(e.item.getData(), openLine)));
    }

    /** Shows steps under a heading; none is fine. */
    void show(String title, List<Step> steps) {
        heading.setText(title.replace("&", "&&"));
        heading.setToolTipText(title);
        table.setRedraw(false);
        table.removeAll();
        SortedMap<String, Integer> state = new TreeMap<>();
        for (Step step : steps) {
            line(step, state);
            state = step.state();
        }
        table.setRedraw(true);
    }

    private void line(Step step, SortedMap<String, Integer> before) {
        TableItem item = new TableItem(table, SWT.NONE);
        item.setData(step);
        item.setText(new String[] { String.valueOf(table.getItemCount()), step.thread(), step.text(),
                changes(before, step.state()), step.function() + "() " + place(step.origin()) });
        if (isPatch(step.origin())) {
            item.setForeground(2, VerdictLook.CHANGE.colour());
        }
    }

    private static String changes(SortedMap<String, Integer> before, SortedMap<String, Integer> after) {
        return after.entrySet().stream().filter(e -> !e.getValue().equals(before.get(e.getKey())))
                .map(Map.Entry::toString).collect(Collectors.joining("  "));
    }

    private static String place(Origin origin) {
        return origin.line() == 0 ? "" : isPatch(origin) ? "patch:" + origin.line() : origin.toString();
    }

    private static boolean isPatch(Origin origin) {
        return origin.inPatch();
    }

    private static void open(Object data, IntConsumer openLine) {
        if (data instanceof Step step && isPatch(step.origin())) {
            openLine.accept(step.origin().line());
        }
    }
}
