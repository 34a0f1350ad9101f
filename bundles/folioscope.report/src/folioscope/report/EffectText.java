package folioscope.report;

import folioscope.model.KernelVersion;
import folioscope.review.Effect;
import folioscope.review.Showing;
import java.util.List;
import java.util.Locale;

/** Words of the vocabulary explained, as text of at most 100 columns. */
public final class EffectText {

    private final Look look;

    /** Text that looks like this. */
    public EffectText(Look look) {
        this.look = look;
    }

    /** All words, each with its gist. */
    public String list(List<Effect> effects) {
        Page page = new Page(look);
        effects.forEach(e -> page.labelled(0, String.format(Locale.ROOT, "%-24s", e.word()), e.gist()));
        return page.text();
    }

    /** One word: gist, meaning, and what may show it at a kernel. */
    public String of(Effect effect, KernelVersion kernel, List<Showing.Place> places) {
        Page page = new Page(look);
        page.say(0, Colour.BOLD, effect.word()).say(0, effect.gist());
        effect.meaning().forEach(m -> page.blank().say(0, m));
        if (!places.isEmpty()) {
            page.blank().say(0, "Checked at kernel " + kernel + " by");
            places.forEach(p -> page.labelled(2, "- ", p.place()));
        }
        page.blank().say(0, effect.sample().map(s -> "Example: samples/" + s).orElse("There is no example of it yet."));
        return page.text();
    }
}
