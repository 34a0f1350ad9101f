package folioscope.review;

import folioscope.model.Model;
import folioscope.model.ModelLibrary;
import folioscope.model.merge.Merge;
import folioscope.model.merge.MergeResult;
import folioscope.model.merge.Site;
import folioscope.skeleton.FileEdit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How well patches, one after the other, fit a model.
 *
 * @param model the model with all of them
 * @param share the share of what the patches saw that the model has, 0 to 1, where a line that conflicts was seen in vain; none if
 *        they saw nothing that any model could have
 * @param conflicts how many lifecycle lines conflict
 */
record Fitting(Model model, Optional<Double> share, long conflicts) {

    static Fitting of(Model model, ModelLibrary library, List<List<FileEdit>> series) {
        if (series.stream().allMatch(List::isEmpty)) {
            return new Fitting(model, Optional.empty(), 0);
        }
        Model last = model;
        double explained = 0;
        double seen = 0;
        long conflicts = 0;
        for (List<FileEdit> patch : series) {
            MergeResult merged = Merge.into(last, library, patch);
            explained += merged.explained();
            seen += merged.seen();
            conflicts += merged.sites().stream().filter(s -> s.status() == Site.Status.CONFLICT).count();
            last = merged.model();
        }
        double all = seen + conflicts;
        return new Fitting(last, Optional.of(all == 0 ? 0 : (explained + 0.5) / (all + 0.5)), conflicts);
    }

    /** The series that takes a series back, its last patch first. */
    static List<List<FileEdit>> reversed(List<List<FileEdit>> series) {
        List<List<FileEdit>> back = new ArrayList<>();
        series.forEach(patch -> back.add(patch.stream().map(FileEdit::reversed).toList()));
        Collections.reverse(back);
        return back;
    }
}
