package folioscope.explore.export;

import folioscope.explore.lower.Layout;
import folioscope.explore.lower.Program;
import folioscope.skeleton.Type;
import java.util.Optional;

/** Says in C what lies at an address. */
final class CellNames {

    private CellNames() {
    }

    /** Such as {@code pages[1]._refcount.counter}; of a local only whose storage it lies in. */
    static String of(Plan plan, int address) {
        Optional<Program.Global> global = plan.subject().program().at(address);
        return global.map(g -> g.name() + within(plan.subject().program().layout(), g.type(), address - g.address()))
                .orElse("a local");
    }

    private static String within(Layout layout, Type type, int offset) {
        if (type.length() > 0) {
            Type element = Layout.element(type);
            int size = Math.max(1, layout.size(element));
            return "[" + offset / size + "]" + within(layout, element, offset % size);
        }
        if (!layout.aggregate(type)) {
            return "";
        }
        for (Layout.Slot slot : layout.positional(type)) {
            if (offset >= slot.offset() && offset < slot.offset() + Math.max(1, layout.size(slot.type()))) {
                return "." + slot.name() + within(layout, slot.type(), offset - slot.offset());
            }
        }
        return "";
    }
}
