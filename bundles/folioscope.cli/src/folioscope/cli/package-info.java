/** Folioscope is the command line: plain Java, no framework. */
package folioscope.cli;
