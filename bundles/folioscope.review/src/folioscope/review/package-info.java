/**
 * What does this patch change, for whom, and because of which lines? Brings reading, merging and exploring together.
 * Start with {@link folioscope.review.Reviewer} and the value it returns, {@link folioscope.review.Review}. May depend
 * on everything below it, and on nothing of Eclipse.
 */
package folioscope.review;
