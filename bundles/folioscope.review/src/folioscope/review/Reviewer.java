package folioscope.review;

import folioscope.model.ModelLibrary;
import folioscope.patch.PatchInput;
import java.util.List;
import java.util.TreeMap;

/**
 * Reviews patches. One reviewer should serve many inputs: what it has explored on an unpatched model it does not
 * explore again. It may serve several threads.
 */
public final class Reviewer {

    private final ModelLibrary library;
    private final Bench bench = new Bench();

    /** A reviewer that knows the model and the scenarios of the library. */
    public Reviewer(ModelLibrary library) {
        this.library = library;
    }

    /**
     * Reviews all patches of an input in their order, each merged into the model that the one before left. Never fails
     * on bad input.
     */
    public Review review(PatchInput input, ReviewOptions options) {
        List<Remark> diagnostics = input.diagnostics().stream().map(Remark::of).toList();
        return input.patches().isEmpty()
                ? new Review(input.name(), List.of(), new Review.Total(List.of(), new TreeMap<>()), diagnostics)
                : new SeriesReview(library, bench, input, options).review(diagnostics);
    }
}
