package folioscope.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A patch in two versions of a series.
 *
 * @param before the patch in the version before, none if it was added; {@code after} none if it was dropped
 * @param moved whether it changed its place among the patches that both versions have
 */
public record Match(Optional<PatchReview> before, Optional<PatchReview> after, Status status, boolean moved) {

    /** What became of a patch. */
    public enum Status {
        /** It adds and removes the same lines. */
        SAME,
        /** It adds or removes other lines. */
        CHANGED,
        /** Only the version after has it. */
        ADDED,
        /** Only the version before has it. */
        DROPPED;

        /** As the JSON spells it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The subject, that of the version after if there is one. */
    public String subject() {
        return after.or(() -> before).map(PatchReview::subject).orElse("");
    }

    /** What the patch brings in the version after, for a patch of both, and did not bring in the one before. */
    public List<Prediction> fresh() {
        return after.isPresent() && before.isPresent()
                ? Versions.only(after.get().predictions(), before.get().predictions()) : List.of();
    }

    /** What the patch brought in the version before, for a patch of both, and no longer brings. */
    public List<Prediction> gone() {
        return after.isPresent() && before.isPresent()
                ? Versions.only(before.get().predictions(), after.get().predictions()) : List.of();
    }
}
