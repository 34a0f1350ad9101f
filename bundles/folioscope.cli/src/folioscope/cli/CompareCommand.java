package folioscope.cli;

import folioscope.model.ModelLibrary;
import folioscope.patch.PatchInput;
import folioscope.patch.PatchReader;
import folioscope.report.Format;
import folioscope.review.Review;
import folioscope.review.ReviewOptions;
import folioscope.review.Reviewer;
import folioscope.review.Verdict;
import folioscope.review.Versions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What does a new version of a series predict that the old one does not? */
@Command(name = "compare", mixinStandardHelpOptions = true, sortOptions = false, abbreviateSynopsis = true,
        description = {
            "Reviews two versions of a series and says what the new one predicts that the old one does not, what it no "
                + "longer predicts, what stays, and which patches were added, dropped, changed or moved. Patches are "
                + "matched by their subject, and where that is new by the functions that they touch.",
            "" },
        footer = {
            "",
            "Examples:",
            "  folioscope compare v8.mbox v9.mbox",
            "  folioscope compare --kernel 6.14 --format json v8.mbox v9.mbox",
            "  folioscope compare --tree linux-6.14 v8.mbox v9.mbox",
            "",
            "Exit status: 0 both, each as a whole, predict the same types, kinds and effects, 1 they differ, 2 an input or",
            "the arguments are unusable, 130 interrupted." })
final class CompareCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "OLD",
            description = "The version before: a mailbox, a mail or a diff; '-' is standard input.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The version after.")
    private String after = "";

    @Mixin
    private OutputOptions output;

    @Option(names = "--kernel", paramLabel = "V", description = {
        "The kernel that both are for, such as 6.14. Without it, for each the version whose code it fits best." })
    private String kernel = "";

    @Mixin
    private TreeOption tree;

    @Mixin
    private ReviewScope scope;

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Trouble {
        Format format = output.format(terminal);
        if (before.equals("-") && after.equals("-")) {
            throw new Trouble("compare - -: standard input can be one of the two only");
        }
        Versions versions;
        try (Progress progress = new Progress(terminal); TreeOption.Opened opened = tree.open()) {
            ModelLibrary library = scope.library();
            ReviewOptions options = opened.given(scope.options(library, kernel, terminal, progress));
            Reviewer reviewer = new Reviewer(library);
            PatchInput old = read(before);
            PatchInput now = read(after);
            versions = Versions.of(old, review(old, reviewer, options, progress), now,
                    review(now, reviewer, options, progress));
        }
        String text = format.versions(versions).orElseThrow(() -> new Trouble("--format " + format.name()
                + ": there is no such form of a comparison; there are text and json"));
        diagnose(versions.before());
        diagnose(versions.after());
        output.write(text, terminal);
        if (terminal.cancelled().getAsBoolean()) {
            terminal.say("interrupted: what was not explored is inconclusive");
        }
        return versions.same() ? Main.NOTHING : Main.SOMETHING;
    }

    /** An input with at least one patch in it. */
    private PatchInput read(String name) throws Trouble {
        PatchInput input = PatchReader.read(name, new Source(name, false).content(terminal.in()));
        if (input.patches().isEmpty()) {
            throw new Trouble(name + ": there is no patch in it to compare");
        }
        return input;
    }

    private static Review review(PatchInput input, Reviewer reviewer, ReviewOptions options, Progress progress) {
        progress.about(input.name());
        return reviewer.review(input, options);
    }

    /** Errors and warnings, and for which types a version as a whole is inconclusive. */
    private void diagnose(Review review) {
        new Warnings(review).on(terminal);
        List<String> open = review.total().verdicts().entrySet().stream()
                .filter(v -> v.getValue() == Verdict.INCONCLUSIVE)
                .map(Map.Entry::getKey).toList();
        if (!open.isEmpty()) {
            terminal.locate(review.input(), 0, "inconclusive for " + String.join(", ", open)
                    + "; 'folioscope review' says why");
        }
    }
}
