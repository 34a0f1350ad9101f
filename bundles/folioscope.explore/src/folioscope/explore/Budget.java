package folioscope.explore;

import java.util.function.BooleanSupplier;

/**
 * How far one exploration may go: distinct states, wall time in milliseconds, and a question asked now and then
 * whether to stop.
 */
public record Budget(long maxStates, long millis, BooleanSupplier cancelled) { }
