package folioscope.ide.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

import folioscope.ide.PatchNature;

/** Turns patch review off for the selected projects. */
public final class RemoveNature extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        NatureChange.schedule(event, "Remove Folioscope Patch Review", PatchNature::remove);
        return null;
    }
}
