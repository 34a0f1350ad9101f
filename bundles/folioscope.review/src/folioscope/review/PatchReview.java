package folioscope.review;

import folioscope.model.KernelVersion;
import folioscope.model.merge.Site;
import java.util.List;
import java.util.SortedMap;

/**
 * The review of one patch, against the model that the patches before it left.
 *
 * @param kernel the baseline's version
 * @param how how it was chosen: option, explained, date, series
 * @param sites the lifecycle lines in input order; the first is s1
 * @param scenarios how many runs (scenario, type, parameters) were compared
 */
public record PatchReview(int index, String subject, String messageId, boolean quoted, KernelVersion kernel, String how,
        List<Site> sites, List<Prediction> predictions, SortedMap<String, Verdict> verdicts, int scenarios,
        List<Remark> diagnostics) {

    public PatchReview {
        sites = List.copyOf(sites);
        predictions = List.copyOf(predictions);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Lifecycle lines whose meaning the model took in, or knows to be the same. */
    public long mapped() {
        return sites.stream().filter(s -> s.status() == Site.Status.MERGED || s.status() == Site.Status.EQUIVALENT)
                .count();
    }
}
