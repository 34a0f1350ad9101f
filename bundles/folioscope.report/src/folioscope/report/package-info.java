/**
 * How is a review said: as text for a maintainer, as JSON for a program? Start with {@link folioscope.report.Formats},
 * the list of all formats, and {@link folioscope.report.Format}, what each of them can do. Everything here makes text
 * of values and reads no file, clock, locale or terminal.
 */
package folioscope.report;
