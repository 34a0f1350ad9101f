package folioscope.review;

import folioscope.model.Model;
import folioscope.model.ModelLibrary;
import folioscope.model.merge.Merge;
import folioscope.model.merge.MergeResult;
import folioscope.model.merge.Site;
import folioscope.patch.Diagnostic;
import folioscope.patch.Patch;
import folioscope.patch.PatchInput;
import folioscope.skeleton.FileEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reviews patches. One reviewer should serve many inputs: what it has explored on an unpatched model it does not explore
 * again.
 */
public final class Reviewer {

    private final ModelLibrary library;
    private final Bench bench = new Bench();

    /** A reviewer that knows the model and the scenarios of the library. */
    public Reviewer(ModelLibrary library) {
        this.library = library;
    }

    /** Reviews all patches of an input in their order, each merged into the model that the one before left. Never fails on bad input. */
    public Review review(PatchInput input, ReviewOptions options) {
        List<Remark> diagnostics = input.diagnostics().stream().map(Reviewer::remark).toList();
        List<List<FileEdit>> series = input.patches().stream().map(Lifting::of).toList();
        BaselineChoice choice = BaselineChoice.of(library, series,
                input.patches().stream().flatMap(p -> p.date().stream()).findFirst(), options);
        Model first = library.model(choice.kernel());
        Model model = first;
        SiteIndex allSites = new SiteIndex();
        SortedSet<String> open = new TreeSet<>();
        List<PatchReview> patches = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            options.progress().accept("patch " + (i + 1) + " of " + series.size());
            MergeResult merged = Merge.into(model, library, series.get(i));
            Patch patch = input.patches().get(i);
            allSites.add(patch.index(), merged.sites());
            PatchReview review = one(patch, i == 0 ? choice.how() : "series", model, merged, options);
            review.verdicts().forEach((type, verdict) -> {
                if (verdict == Verdict.INCONCLUSIVE) {
                    open.add(type);
                }
            });
            patches.add(review);
            model = merged.model();
        }
        return new Review(input.name(), patches, total(first, model, allSites, patches, open, options), diagnostics);
    }

    private Review.Total total(Model first, Model last, SiteIndex sites, List<PatchReview> patches, SortedSet<String> open, ReviewOptions options) {
        if (patches.size() == 1) {
            return new Review.Total(patches.get(0).predictions(), patches.get(0).verdicts());
        }
        Comparison comparison = new Comparison(bench, library, options, first, last);
        List<Prediction> predictions = new Predictions(comparison, sites).all();
        open.addAll(comparison.bounded());
        return new Review.Total(predictions, Predictions.verdicts(first, last, predictions, open));
    }

    private PatchReview one(Patch patch, String how, Model before, MergeResult merged, ReviewOptions options) {
        SiteIndex sites = new SiteIndex();
        sites.add(patch.index(), merged.sites());
        Comparison comparison = new Comparison(bench, library, options, before, merged.model());
        List<Prediction> predictions = new Predictions(comparison, sites).all();
        SortedSet<String> open = new TreeSet<>(comparison.bounded());
        if (merged.sites().stream().anyMatch(Reviewer::notUnderstood)) {
            open.addAll(merged.model().types());
        }
        List<Remark> remarks = new ArrayList<>();
        merged.notes().forEach(n -> remarks.add(new Remark("info", patch.inputLine(), n)));
        comparison.bounded().forEach(t -> remarks.add(new Remark("warning", patch.inputLine(), t + ": not explored to the end; no verdict")));
        return new PatchReview(patch.index(), patch.subject(), patch.messageId(), patch.quoted(), before.kernel(), how, merged.sites(),
                predictions, Predictions.verdicts(before, merged.model(), predictions, open), comparison.runs(), remarks);
    }

    private static boolean notUnderstood(Site site) {
        return site.status() != Site.Status.MERGED && site.status() != Site.Status.EQUIVALENT;
    }

    private static Remark remark(Diagnostic d) {
        return new Remark(d.severity().name().toLowerCase(Locale.ROOT), d.line(), d.message());
    }
}
