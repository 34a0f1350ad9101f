package folioscope.review;

/**
 * A check that the patch leaves as it is, and that weighs more or less afterwards: leaving it out goes wrong on one side only.
 *
 * @param path kernel path
 * @param function the function that checks
 * @param condition what it tests, as C
 * @param type the pgmap type for which it is so
 * @param vital true: the check is needed after the patch and was not before; false: it was needed before and is not any more
 * @param comesTrue whether the condition comes true at all on the side that does not need it
 * @param scenario the scenario that shows the need, on the side that has it
 * @param clause what happens there without the check
 */
public record GuardChange(String path, String function, String condition, String type, boolean vital, boolean comesTrue,
        String scenario, String clause) { }
