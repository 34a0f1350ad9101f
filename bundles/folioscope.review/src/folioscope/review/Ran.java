package folioscope.review;

import folioscope.explore.Outcome;
import folioscope.model.KernelVersion;
import folioscope.model.Scenario;

/**
 * One run of a scenario on the model as it is.
 *
 * @param kernel the model's version
 * @param debug whether CONFIG_DEBUG_VM was on
 */
public record Ran(KernelVersion kernel, Scenario scenario, Cell cell, boolean debug, Outcome outcome) { }
