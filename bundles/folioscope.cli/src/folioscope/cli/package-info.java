/**
 * The command line: plain Java, no framework. {@link folioscope.cli.Main} starts it; each command is one class. Only here is
 * anything printed, and only here does the program end. May depend on the reports and on picocli.
 */
package folioscope.cli;
