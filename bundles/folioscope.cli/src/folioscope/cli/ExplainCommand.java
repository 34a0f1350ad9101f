package folioscope.cli;

import folioscope.model.KernelVersion;
import folioscope.model.ModelLibrary;
import folioscope.report.EffectText;
import folioscope.report.Look;
import folioscope.review.Effect;
import folioscope.review.Effects;
import folioscope.review.Showing;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What does the word of a prediction mean? */
@Command(name = "explain", mixinStandardHelpOptions = true, sortOptions = false,
        description = {
            "Explains a word that predictions use for what changes, such as lost-wake; without one, lists them all." },
        footer = {
            "",
            "Examples:",
            "  folioscope explain",
            "  folioscope explain lost-wake",
            "  folioscope explain --kernel 5.17 leak         with the scenarios that may show it at v5.17" })
final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "WORD", arity = "0..1", description = "The word, as reports spell it.")
    private String word = "";

    @Mixin
    private AtKernel at;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Trouble {
        Effects effects = Effects.embedded();
        EffectText text = new EffectText(new Look(terminal.colour(), false));
        terminal.out().print(word.isEmpty() ? text.list(effects.all()) : explained(effects, text));
        terminal.out().flush();
        return Main.NOTHING;
    }

    private String explained(Effects effects, EffectText text) throws Trouble {
        Effect effect = effects.named(word).orElseThrow(() -> new Trouble(word + ": there is no such word"
                + new Nearest(effects.all().stream().map(Effect::word).toList()).hint(word)
                + "; 'folioscope explain' lists them"));
        ModelLibrary library = at.library();
        KernelVersion kernel = at.version(library);
        return text.of(effect, kernel, Showing.of(library, List.of(kernel)).places(effect.word()));
    }
}
