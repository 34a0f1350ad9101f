package folioscope.explore;

import folioscope.explore.export.Promela;

/**
 * A run that was explored and exported. What is exported holds only as far as the exploration went: where {@code
 * outcome} is not complete, another checker may meet accesses that exploring has not, and says so.
 */
public record Exported(Outcome outcome, Promela promela) { }
