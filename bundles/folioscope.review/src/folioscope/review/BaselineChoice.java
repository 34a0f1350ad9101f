package folioscope.review;

import folioscope.model.Baseline;
import folioscope.model.KernelVersion;
import folioscope.model.Model;
import folioscope.model.ModelLibrary;
import folioscope.skeleton.FileEdit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The state that a series was made for, and how that was found out: the version of the tree that the patches apply to,
 * the version whose model has most of what the patches remove and show as context, or a later one that has the patches in it, with
 * them taken out again. A mail is written on a release candidate of the next release as a rule, so that
 * is where the search starts, and distance from it costs; it ends when no version that is left can fit better. Without
 * a date every version may be meant: the newest that fits as well as any.
 *
 * @param model the model before the first patch
 * @param how {@code option}, {@code tree}, {@code explained} or {@code date}
 * @param note what is to be said of it, if anything
 */
record BaselineChoice(Model model, String how, Optional<String> note) {

    private static final int BACK = 4;
    private static final int FORTH = 4;
    private static final int SINCE = 2;
    private static final double DISTANCE = 0.02;
    private static final double UNDATED_DISTANCE = 0.0005;
    private static final int STRIDE = 4;

    private BaselineChoice(Model model, String how) {
        this(model, how, Optional.empty());
    }

    static BaselineChoice of(ModelLibrary library, List<List<FileEdit>> series, Optional<Instant> date,
            Optional<String> tree, ReviewOptions options) {
        if (options.kernel().isPresent()) {
            return new BaselineChoice(library.model(options.kernel().get()), "option");
        }
        Optional<KernelVersion> said = tree.flatMap(KernelVersion::parse).filter(v -> covered(library, v));
        if (said.isPresent()) {
            return new BaselineChoice(library.model(said.get()), "tree");
        }
        Search search = new Search(library, series, options, date);
        if (date.isPresent()) {
            search.nearest(search.from(BACK), search.to(FORTH), 1);
        } else {
            search.nearest(0, search.expected, STRIDE);
            int best = search.best();
            search.nearest(Math.max(0, best - STRIDE + 1), Math.min(search.expected, best + STRIDE - 1), 1);
        }
        return date.flatMap(d -> search.takenBack(search.to(SINCE)))
                .orElseGet(() -> new BaselineChoice(library.model(search.all.get(search.best()).version()),
                        search.undecided() ? "date" : "explained"));
    }

    private static boolean covered(ModelLibrary library, KernelVersion version) {
        List<KernelVersion> all = library.versions();
        return version.compareTo(all.get(0)) >= 0 && version.compareTo(all.get(all.size() - 1)) <= 0;
    }

    /** The baseline that a patch of that day is made for: the first one released since. */
    private static int expected(List<Baseline> all, Instant date) {
        LocalDate day = date.atZone(ZoneOffset.UTC).toLocalDate();
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).released().isBefore(day)) {
                return i;
            }
        }
        return all.size() - 1;
    }

    /** How well baselines fit, as far as they were tried. */
    private static final class Search {

        /** What a version that has the patches must fit better by than one that has not. */
        private static final double AHEAD = 0.05;

        private final ModelLibrary library;
        private final List<List<FileEdit>> series;
        private final ReviewOptions options;
        private final List<Baseline> all;
        private final int expected;
        private final double distance;
        private final SortedMap<Integer, Double> fits = new TreeMap<>();

        Search(ModelLibrary library, List<List<FileEdit>> series, ReviewOptions options, Optional<Instant> date) {
            this.library = library;
            this.series = series;
            this.options = options;
            this.all = library.baselines();
            this.expected = date.map(d -> expected(all, d)).orElse(all.size() - 1);
            this.distance = date.isPresent() ? DISTANCE : UNDATED_DISTANCE;
        }

        /** The first baseline that is at most so many releases before the expected one. */
        int from(int back) {
            return IntStream.rangeClosed(0, expected).filter(i -> away(i) <= back).min().orElse(expected);
        }

        /** The last baseline that is at most so many releases behind the expected one. */
        int to(int forth) {
            return IntStream.range(expected, all.size()).filter(i -> away(i) <= forth).max().orElse(expected);
        }

        /**
         * Tries the baselines from the expected one outwards, newer first, while one that is left could still be
         * better.
         */
        void nearest(int from, int to, int stride) {
            List<Integer> order = IntStream.rangeClosed(from, to).filter(i -> (expected - i) % stride == 0).boxed()
                    .sorted(Comparator.<Integer>comparingInt(i -> Math.abs(i - expected))
                    .thenComparing(Comparator.reverseOrder())).toList();
            for (int i : order) {
                boolean hopeless = !fits.isEmpty() && 1 - cost(i) <= score(best());
                if (!hopeless && !fits.containsKey(i) && !options.cancelled().getAsBoolean()) {
                    options.progress().accept("looking for the kernel it was made for: " + all.get(i).version());
                    Optional<Double> fit = fit(library.model(all.get(i).version()));
                    fits.put(i, fit.orElse(0.0));
                    if (fit.isEmpty()) {
                        return;
                    }
                }
            }
        }

        int best() {
            int best = expected;
            for (int i : fits.keySet()) {
                boolean nearer = Math.abs(i - expected) < Math.abs(best - expected);
                if (score(i) > score(best) || score(i) == score(best) && nearer) {
                    best = i;
                }
            }
            return best;
        }

        /** Whether the fit says nothing, so that the date decides. */
        boolean undecided() {
            double fit = fits.getOrDefault(best(), 0.0);
            return best() == expected && (fit == 0 || fits.size() > 1 && fits.values().stream()
                    .allMatch(f -> f == fit));
        }

        /**
         * The model of a version released since, up to the last one, without the patches that it has, if that fits clearly better.
         * A patch that cannot be taken out whole would leave parts of itself behind.
         */
        Optional<BaselineChoice> takenBack(int last) {
            double least = score(best()) + AHEAD;
            Optional<BaselineChoice> found = Optional.empty();
            for (int i = expected; i <= last && 1 - cost(i) > least && !options.cancelled().getAsBoolean(); i++) {
                KernelVersion version = all.get(i).version();
                Fitting back = Fitting.of(library.model(version), library, Fitting.reversed(series));
                double fit = back.share().orElse(0.0) - cost(i);
                if (back.conflicts() == 0 && fit > least && fit(back.model()).orElse(0.0) - cost(i) > least) {
                    least = fit;
                    found = Optional.of(new BaselineChoice(back.model(), "explained",
                            Optional.of(version + " has it: read against " + version + " without it")));
                }
            }
            return found;
        }

        private Optional<Double> fit(Model model) {
            return Fitting.of(model, library, series).share();
        }

        private double score(int i) {
            return fits.getOrDefault(i, 0.0) - cost(i);
        }

        private double cost(int i) {
            return distance * away(i);
        }

        /** How many releases lie between a baseline and the expected one; the steps behind a release are as far as it is. */
        private long away(int i) {
            return all.subList(Math.min(i, expected), Math.max(i, expected) + 1).stream().map(b -> b.version().release()).distinct()
                    .count() - 1;
        }
    }
}
