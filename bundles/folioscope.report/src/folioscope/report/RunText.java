package folioscope.report;

import folioscope.explore.Outcome;
import folioscope.explore.Violation;
import folioscope.review.Ran;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Runs of scenarios as text: a table of outcomes, then each violation with the way there. */
final class RunText {

    private final Page page;

    RunText(Look look) {
        this.page = new Page(look);
    }

    String of(List<Ran> runs) {
        Table table = new Table(page.look(), 0, 8, 6, 12, 26, 9, 29);
        table.row("scenario", "kernel", "type", "parameters", "states", "outcome").rule();
        for (Ran ran : runs) {
            table.row(Table.Cell.of(ran.scenario().id()), Table.Cell.of(ran.kernel().toString()),
                    Table.Cell.of(ran.cell().type()),
                    Table.Cell.of(parameters(ran)), Table.Cell.of(Long.toString(ran.outcome().states())),
                    outcome(ran.outcome()));
        }
        page.put(table);
        runs.forEach(this::details);
        return page.text();
    }

    private static String parameters(Ran ran) {
        String choice = ran.cell().choice().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
        return choice + (ran.debug() ? "" : choice.isEmpty() ? "DEBUG_VM off" : " DEBUG_VM off");
    }

    private static Table.Cell outcome(Outcome outcome) {
        if (!outcome.violations().isEmpty()) {
            return new Table.Cell(outcome.violations().stream().map(RunText::word).distinct()
                    .collect(Collectors.joining(", "))
                    + (outcome.complete() ? "" : ", bounded"), Colour.RED);
        }
        return outcome.complete() ? new Table.Cell("ok", Colour.GREEN)
                : new Table.Cell("bounded: " + outcome.bound(), Colour.MAGENTA);
    }

    private static String word(Violation v) {
        return v.effect().isEmpty() ? v.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') : v.effect();
    }

    private void details(Ran ran) {
        Outcome outcome = ran.outcome();
        if (outcome.violations().isEmpty() && outcome.unknowns().isEmpty() && outcome.observations().isEmpty()) {
            return;
        }
        page.heading(String.join(" ", ran.scenario().id(), ran.cell().type(), parameters(ran), "on", ran.kernel()
                .toString())
                .replaceAll(" +", " ") + ": " + Page.count(outcome.states(), "state") + ", "
                + Page.count(outcome.transitions(), "step")
                + ", " + outcome.depth() + " deep");
        if (!outcome.observations().isEmpty()) {
            page.labelled(2, "seen: ", outcome.observations().stream().map(o -> o.name() + "=" + o.value())
                    .collect(Collectors.joining(", ")));
        }
        outcome.unknowns().forEach(u -> page.labelled(2, "left open: ", u));
        for (Violation v : outcome.violations()) {
            page.say(2, Colour.RED, word(v) + " in " + v.function() + "() at " + v.origin() + ": " + v.message()
                    + (v.message().contains(v.predicate()) ? "" : ": " + v.predicate()));
            if (page.look().traces() && !v.trace().steps().isEmpty()) {
                new TraceText(page).single(3, v.trace().steps());
            }
        }
    }
}
