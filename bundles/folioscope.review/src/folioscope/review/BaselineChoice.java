package folioscope.review;

import folioscope.model.Baseline;
import folioscope.model.KernelVersion;
import folioscope.model.Model;
import folioscope.model.ModelLibrary;
import folioscope.model.merge.Merge;
import folioscope.model.merge.MergeResult;
import folioscope.skeleton.FileEdit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The kernel that a series was made for, and how that was found out: the version whose model has most of what the patches
 * remove and show as context. A mail is written on a release candidate of the next release as a rule, so that is where the
 * search starts, and distance from it costs.
 */
record BaselineChoice(KernelVersion kernel, String how) {

    private static final int BACK = 4;
    private static final int FORTH = 2;
    private static final double DISTANCE = 0.02;

    static BaselineChoice of(ModelLibrary library, List<List<FileEdit>> series, Optional<Instant> date, ReviewOptions options) {
        if (options.kernel().isPresent()) {
            return new BaselineChoice(options.kernel().get(), "option");
        }
        List<Baseline> all = library.baselines();
        int expected = date.map(d -> expected(all, d)).orElse(all.size() - 1);
        int from = date.isPresent() ? Math.max(0, expected - BACK) : 0;
        int to = Math.min(all.size() - 1, expected + FORTH);
        double[] fits = new double[all.size()];
        int best = expected;
        for (int i = to; i >= from && !options.cancelled().getAsBoolean(); i--) {
            fits[i] = fit(library, all.get(i).version(), series);
            double cost = DISTANCE * (Math.abs(i - expected) - Math.abs(best - expected));
            if (fits[i] - cost > fits[best] || i == expected && fits[i] >= fits[best] - cost) {
                best = i;
            }
        }
        return new BaselineChoice(all.get(best).version(), best == expected && flat(fits, from, to) ? "date" : "explained");
    }

    private static boolean flat(double[] fits, int from, int to) {
        for (int i = from; i <= to; i++) {
            if (fits[i] != fits[from]) {
                return false;
            }
        }
        return true;
    }

    private static int expected(List<Baseline> all, Instant date) {
        LocalDate day = date.atZone(ZoneOffset.UTC).toLocalDate();
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).released().isBefore(day)) {
                return i;
            }
        }
        return all.size() - 1;
    }

    /** The share of what the patches saw that the model has, 0 to 1. */
    private static double fit(ModelLibrary library, KernelVersion version, List<List<FileEdit>> series) {
        Model model = library.model(version);
        double explained = 0;
        double seen = 0;
        for (List<FileEdit> patch : series) {
            MergeResult merged = Merge.into(model, library, patch);
            explained += merged.explained();
            seen += merged.seen();
            model = merged.model();
        }
        return seen == 0 ? 0 : explained / seen;
    }
}
