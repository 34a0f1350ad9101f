package folioscope.ide.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

import folioscope.ide.PatchNature;

/** Turns patch review on for the selected projects. */
public final class AddNature extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        NatureChange.schedule(event, "Add Folioscope Patch Review", PatchNature::add);
        return null;
    }
}
