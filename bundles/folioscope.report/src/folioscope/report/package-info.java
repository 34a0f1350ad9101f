/** Folioscope says a review as text, as JSON and in whatever other form a reader needs. */
package folioscope.report;
