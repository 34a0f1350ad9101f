/**
 * Holds the code against the design: the table of bundles, and the rules of the house that a program can check. A
 * failure names the class or file that breaks a rule. Start with {@code Bundle}, the table, and
 * {@code LayeringTest}.
 */
package folioscope.architecture;
