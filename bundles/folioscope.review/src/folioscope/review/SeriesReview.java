package folioscope.review;

import folioscope.model.Model;
import folioscope.model.ModelLibrary;
import folioscope.model.merge.Merge;
import folioscope.model.merge.MergeResult;
import folioscope.model.merge.Site;
import folioscope.patch.Patch;
import folioscope.patch.PatchInput;
import folioscope.skeleton.FileEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The review of one input's patches, one after the other, and of all of them together. */
final class SeriesReview {

    /** Pages of RAM: the type of runs that no pgmap takes part in. */
    private static final String NO_PGMAP = "NORMAL";

    private final ModelLibrary library;
    private final PatchInput input;
    private final ReviewOptions options;
    private final List<Lifting> lifted;
    private final List<List<FileEdit>> edits;
    private final BaselineChoice choice;
    private final Model first;
    private final Bench bench;

    SeriesReview(ModelLibrary library, Bench lasting, PatchInput input, ReviewOptions options) {
        this.library = library;
        this.input = input;
        this.options = options;
        this.lifted = Lifting.of(input.patches(), options.tree());
        this.edits = lifted.stream().map(Lifting::edits).toList();
        this.choice = BaselineChoice.of(library, edits, input.patches().stream().flatMap(p -> p.date().stream())
                .findFirst(), lifted.stream().flatMap(l -> l.kernel().stream()).findFirst(), options);
        this.first = choice.model();
        this.bench = lasting.passing(first);
    }

    Review review(List<Remark> diagnostics) {
        Model model = first;
        SiteIndex sites = new SiteIndex();
        List<PatchReview> patches = new ArrayList<>();
        SortedSet<String> halfMerged = new TreeSet<>();
        for (int i = 0; i < edits.size(); i++) {
            options.progress().accept("patch " + (i + 1) + " of " + edits.size());
            MergeResult merged = Merge.into(model, library, edits.get(i));
            sites.add(input.patches().get(i).index(), merged.sites());
            patches.add(one(i, model, merged));
            halfMerged.addAll(merged.halfMerged());
            model = merged.model();
        }
        Review.Total total = patches.size() == 1 ? new Review.Total(patches.get(0).predictions(), patches.get(0)
                .verdicts(), guards(model))
                : total(model, sites, patches, halfMerged);
        List<Remark> remarks = new ArrayList<>(diagnostics);
        if (options.cancelled().getAsBoolean()) {
            remarks.add(new Remark("warning", 0, "cancelled: what was not explored by then is inconclusive"));
        }
        return new Review(input.name(), patches, total, remarks);
    }

    /** All patches together; a type that one of them left open stays so. */
    private Review.Total total(Model last, SiteIndex sites, List<PatchReview> patches, SortedSet<String> halfMerged) {
        Comparison comparison = new Comparison(bench, library, options, first, last, HalfMerged.of(patches.stream().flatMap(p -> p.sites().stream()).toList(), halfMerged));
        List<Prediction> predictions = new ArrayList<>(new Predictions(comparison, sites).all());
        comparison.leftOpen().keySet().forEach(type -> predictions.addAll(standing(type, patches, predictions)));
        SortedSet<String> open = new TreeSet<>(comparison.bounded());
        open.addAll(comparison.leftOpen().keySet());
        patches.forEach(p -> p.verdicts().forEach((type, verdict) -> {
            if (verdict == Verdict.INCONCLUSIVE) {
                open.add(type);
            }
        }));
        return new Review.Total(predictions, wanted(Predictions.verdicts(first, last, predictions, open)), guards(last));
    }

    /**
     * What a patch breaks and none is seen to repair, for a type for which the whole leaves something open that both sides of that
     * patch have: it is not lost with what cannot be said of the whole.
     */
    private static List<Prediction> standing(String type, List<PatchReview> patches, List<Prediction> known) {
        SortedMap<String, Prediction> standing = new TreeMap<>();
        SortedSet<String> other = new TreeSet<>();
        known.stream().filter(p -> p.type().equals(type)).forEach(p -> other.add(p.effect()));
        for (PatchReview patch : patches) {
            for (Prediction p : patch.predictions()) {
                if (p.type().equals(type) && p.kind() == Prediction.Kind.REGRESSION) {
                    standing.put(p.effect(), p);
                } else if (p.type().equals(type)) {
                    other.add(p.effect());
                }
            }
        }
        standing.keySet().removeAll(other);
        return List.copyOf(standing.values());
    }

    private Optional<List<GuardChange>> guards(Model last) {
        return options.guards() ? Optional.of(new Guards(bench, library, options, first, last).changed()) : Optional.empty();
    }

    private PatchReview one(int i, Model before, MergeResult merged) {
        Patch patch = input.patches().get(i);
        String how = i == 0 ? choice.how() : "series";
        SiteIndex sites = new SiteIndex();
        sites.add(patch.index(), merged.sites());
        Comparison comparison = new Comparison(bench, library, options, before, merged.model(), HalfMerged.of(merged.sites(), merged.halfMerged()));
        List<Prediction> predictions = new Predictions(comparison, sites).all();
        SortedSet<String> open = new TreeSet<>(comparison.bounded());
        open.addAll(comparison.leftOpen().keySet());
        if (merged.sites().stream().anyMatch(SeriesReview::notUnderstood) || !comparison.unreached().isEmpty()) {
            open.addAll(merged.model().types());
        }
        return new PatchReview(patch.index(), patch.subject(), patch.messageId(), patch.quoted(), before.kernel(), how,
                merged.sites(),
                predictions, wanted(Predictions.verdicts(before, merged.model(), predictions, open)), comparison.runs(),
                remarks(patch, i == 0 ? choice.note() : Optional.empty(), lifted.get(i), merged, comparison));
    }

    private static List<Remark> remarks(Patch patch, Optional<String> note, Lifting lifted, MergeResult merged, Comparison comparison) {
        List<Remark> remarks = new ArrayList<>(lifted.diagnostics().stream().map(Remark::of).toList());
        note.ifPresent(n -> remarks.add(new Remark("info", patch.inputLine(), n)));
        if (patch.quoted()) {
            remarks.add(new Remark("info", patch.inputLine(),
                    "quoted in a reply: trust it less, parts of the patch may be missing"));
        }
        merged.notes().forEach(n -> remarks.add(new Remark("info", patch.inputLine(), n)));
        comparison.bounded().forEach(t -> remarks.add(new Remark("warning", patch.inputLine(),
                t + ": not explored to the end; where nothing is predicted, nothing is known")));
        SortedMap<String, SortedSet<String>> leftOpen = new TreeMap<>();
        comparison.leftOpen().forEach((type, whats) -> whats.forEach(w ->
                leftOpen.computeIfAbsent(w, k -> new TreeSet<>()).add(type)));
        leftOpen.forEach((what, types) -> remarks.add(new Remark("info", patch.inputLine(), "left open: " + what + " ("
                + String.join(", ", types) + ")")));
        comparison.unreached().forEach(f -> remarks.add(new Remark("info", patch.inputLine(),
                f + "() is changed, but no scenario comes to it: what that does is not known")));
        comparison.notes().forEach(n -> remarks.add(new Remark("info", patch.inputLine(), n)));
        return remarks;
    }

    /** Only the types that were asked for have a verdict; pages without a pgmap only where something is to be said of them. */
    private SortedMap<String, Verdict> wanted(SortedMap<String, Verdict> verdicts) {
        SortedMap<String, Verdict> wanted = new TreeMap<>(verdicts);
        if (options.types().isEmpty()) {
            wanted.remove(NO_PGMAP, Verdict.NONE);
        } else {
            wanted.keySet().retainAll(options.types());
        }
        return wanted;
    }

    private static boolean notUnderstood(Site site) {
        return site.status() != Site.Status.MERGED && site.status() != Site.Status.EQUIVALENT;
    }
}
