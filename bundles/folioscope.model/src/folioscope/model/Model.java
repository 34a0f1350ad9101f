package folioscope.model;

import folioscope.skeleton.Unit;

/** The model at one kernel version, perhaps with patches merged into it: one unit put together from all its files. */
public record Model(KernelVersion kernel, Unit unit) {

    public Model with(Unit changed) {
        return new Model(kernel, changed);
    }
}
