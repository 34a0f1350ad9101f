package folioscope.report;

import folioscope.review.GuardChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which checks weigh more or less after a patch, check by check. */
final class GuardText {

    private final Page page;

    GuardText(Page page) {
        this.page = page;
    }

    void put(List<GuardChange> guards) {
        page.heading("Checks that weigh more or less afterwards");
        if (guards.isEmpty()) {
            page.say(2, "None: what the model's runs need of the checks that the patch leaves alone, they need before and "
                    + "after it.");
            return;
        }
        Map<String, List<GuardChange>> byCheck = new LinkedHashMap<>();
        guards.forEach(g -> byCheck.computeIfAbsent(g.path() + " " + g.function() + "(): if (" + g.condition() + ")",
                k -> new ArrayList<>()).add(g));
        byCheck.forEach((check, all) -> {
            page.say(2, check);
            all.forEach(g -> page.labelled(4, "- ", g.type() + ": " + said(g)));
        });
    }

    private static String said(GuardChange g) {
        String with = g.clause() + " (scenario " + g.scenario() + ")";
        String otherwise = g.comesTrue() ? "no run needs it" : "it never comes true";
        return g.vital() ? "vital now: without it " + with + "; before the patch " + otherwise
                : "not needed any more: without it, before the patch, " + with + "; afterwards " + otherwise;
    }
}
