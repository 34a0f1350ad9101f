package folioscope.cli;

import folioscope.review.Remark;
import folioscope.review.Review;
import java.util.stream.Stream;

/** What a review met that it could not take as it stands: errors and warnings, each once, in the order of the input. */
record Warnings(Review review) {

    /** Says them on standard error, each as {@code file:line: severity: message}. */
    void on(Terminal terminal) {
        Stream.concat(review.diagnostics().stream(), review.patches().stream().flatMap(p -> p.diagnostics().stream()))
                .filter(r -> !r.severity().equals("info")).map(Said::of).distinct()
                .forEach(s -> terminal.locate(review.input(), s.line(), s.text()));
    }

    private record Said(int line, String text) {

        private static Said of(Remark remark) {
            return new Said(remark.line(), remark.severity() + ": " + remark.message());
        }
    }
}
