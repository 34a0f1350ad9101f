package folioscope.ide;

import java.util.function.BooleanSupplier;

/** Remembers that a review was to stop, so that nobody takes what came out of a stopped one for a result. */
final class Stop implements BooleanSupplier {

    private final BooleanSupplier asked;
    private volatile boolean stopped;

    Stop(BooleanSupplier asked) {
        this.asked = asked;
    }

    @Override
    public boolean getAsBoolean() {
        if (!stopped && asked.getAsBoolean()) {
            stopped = true;
        }
        return stopped;
    }
}
