package folioscope.cli;

import folioscope.model.ModelLibrary;
import folioscope.patch.PatchInput;
import folioscope.patch.PatchReader;
import folioscope.report.Format;
import folioscope.review.PatchReview;
import folioscope.review.Review;
import folioscope.review.ReviewOptions;
import folioscope.review.Reviewer;
import folioscope.review.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What do these patches change? */
@Command(name = "review", mixinStandardHelpOptions = true, sortOptions = false, abbreviateSynopsis = true,
        description = {
            "Says what patches change in the life of ZONE_DEVICE pages, for each pgmap type.",
            "" },
        footer = {
            "",
            "Examples:",
            "  folioscope review 0001-mm-gup.patch",
            "  folioscope review --format json --output review.json series.mbox",
            "  folioscope review --kernel 6.14 --type FS_DAX patches/",
            "  curl -s https://lore.kernel.org/MAILBOX.gz | zcat | folioscope review -",
            "",
            "Exit status: 0 no behaviour change is predicted (what is inconclusive is said), 1 some is, 2 the input or the",
            "arguments are unusable, 130 interrupted." })
final class ReviewCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = {
        "Patches: mails, mailboxes, the output of git format-patch or git diff; '-' is standard input. Of a folder, all files "
            + "below it that end in .patch, .diff, .mbox or .eml. A series in one FILE is reviewed patch by patch and as a whole." })
    private List<String> files = List.of();

    @Mixin
    private OutputOptions output;

    @Option(names = "--kernel", paramLabel = "V", description = {
        "The kernel that the patches are for, such as 6.14. Without it, the version whose code the patches fit best." })
    private String kernel = "";

    @Option(names = "--guards", description = {
        "Also look for checks that the patches leave as they are and that weigh more or less afterwards: each is ignored in "
            + "turn, before and after. This takes many more runs." })
    private boolean guards;

    @Mixin
    private TreeOption tree;

    @Mixin
    private ReviewScope scope;

    ReviewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Trouble {
        Format format = output.format(terminal);
        List<Source> sources = Source.of(files);
        List<Review> reviews = new ArrayList<>();
        int status = Main.NOTHING;
        try (Progress progress = new Progress(terminal); TreeOption.Opened opened = tree.open()) {
            ModelLibrary library = scope.library();
            ReviewOptions asked = opened.given(scope.options(library, kernel, terminal, progress));
            ReviewOptions options = guards ? asked.withGuards() : asked;
            Reviewer reviewer = new Reviewer(library);
            for (Source source : sources) {
                progress.about(source.name());
                Optional<Review> review = review(source, reviewer, options, progress);
                review.ifPresent(reviews::add);
                status = Math.max(status, status(source, review));
            }
        }
        reviews.forEach(this::diagnose);
        output.write(format.reviews(reviews), terminal);
        if (terminal.cancelled().getAsBoolean()) {
            terminal.say("interrupted: what was not explored is inconclusive");
        }
        return status;
    }

    private Optional<Review> review(Source source, Reviewer reviewer, ReviewOptions options, Progress progress) {
        if (terminal.cancelled().getAsBoolean()) {
            terminal.locate(source.name(), 0, "interrupted, not reviewed");
            return Optional.empty();
        }
        try {
            PatchInput input = PatchReader.read(source.name(), source.content(terminal.in()));
            return Optional.of(reviewer.review(input, options));
        } catch (Trouble trouble) {
            progress.erase();
            terminal.say(trouble.getMessage());
            return Optional.empty();
        }
    }

    private int status(Source source, Optional<Review> review) {
        if (review.isEmpty()) {
            return terminal.cancelled().getAsBoolean() ? Main.NOTHING : Main.UNUSABLE;
        }
        if (review.get().patches().isEmpty()) {
            return source.walked() ? Main.NOTHING : Main.UNUSABLE;
        }
        boolean some = !review.get().total().predictions().isEmpty()
                || review.get().patches().stream().anyMatch(p -> !p.predictions().isEmpty());
        return some ? Main.SOMETHING : Main.NOTHING;
    }

    /** Errors and warnings, and which types nothing can be said about. */
    private void diagnose(Review review) {
        new Warnings(review).on(terminal);
        for (PatchReview patch : review.patches()) {
            List<String> open = patch.verdicts().entrySet().stream().filter(v -> v.getValue() == Verdict.INCONCLUSIVE)
                    .map(Map.Entry::getKey).toList();
            if (!open.isEmpty()) {
                terminal.locate(review.input(), 0, "patch " + patch.index() + ": inconclusive for " + String.join(", ", open)
                        + "; the report says why");
            }
        }
    }
}
