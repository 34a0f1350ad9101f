/**
 * What generated code runs on: memory, stacks, waits, choices. Read {@link folioscope.explore.machine.Machine} and
 * {@link folioscope.explore.machine.Sharing} first. Depends on nothing.
 */
package folioscope.explore.machine;
