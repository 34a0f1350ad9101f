package folioscope.ide;

import folioscope.review.Review;

/** How far the review of one file is. */
public sealed interface FileReview {

    /** Nobody has asked yet, or the project was cleaned. */
    record None() implements FileReview { }

    /** A review is under way. */
    record Running() implements FileReview { }

    /**
     * A review is done.
     *
     * @param stamp the modification stamp of the file as it was read; another one now means that the review is out of
     * date
     */
    record Done(Review review, long stamp) implements FileReview { }

    /** Somebody stopped the review before it was done. */
    record Cancelled() implements FileReview { }

    /** The file could not be read; the reason is a clause for the reader. */
    record Failed(String reason) implements FileReview { }
}
