package folioscope.model.merge;

import java.util.concurrent.atomic.DoubleAdder;

/** Adds up how much of what a patch saw was found in the model. */
final class Fit {

    private final DoubleAdder explained = new DoubleAdder();
    private final DoubleAdder seen = new DoubleAdder();

    void add(double found, double of) {
        explained.add(found);
        seen.add(of);
    }

    double explained() {
        return explained.sum();
    }

    double seen() {
        return seen.sum();
    }
}
