package folioscope.report;

import folioscope.review.PatchReview;
import folioscope.review.Prediction;
import folioscope.review.Review;
import folioscope.review.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The matrix at the head of a review: for every pgmap type its verdict, and what it comes from; for a series also patch
 * by patch.
 */
final class MatrixText {

    private static final int SUBJECT = 26;

    private final Page page;

    MatrixText(Page page) {
        this.page = page;
    }

    void put(Review review) {
        Table table = new Table(page.look(), 2, 11, 17, 66);
        table.row("type", "verdict", "effect (scenario)").rule();
        review.total().verdicts().forEach((type, verdict) -> {
            List<Prediction> mine = review.total().predictions().stream().filter(p -> p.type().equals(type)).toList();
            table.row(Table.Cell.of(type), new Table.Cell(verdict.word(), Colour.of(verdict)),
                    Table.Cell.of(effects(mine, verdict)));
            for (Prediction.Kind kind : Prediction.Kind.values()) {
                Verdict other = Verdict.valueOf(kind.name());
                if (other != verdict && mine.stream().anyMatch(p -> p.kind() == kind)) {
                    table.row(Table.Cell.of(""), new Table.Cell(other.word(), Colour.of(other)),
                            Table.Cell.of(effects(mine, other)));
                }
            }
        });
        page.put(table);
        if (review.patches().size() > 1) {
            page.blank();
            series(review);
        }
    }

    private static String effects(List<Prediction> predictions, Verdict verdict) {
        return predictions.stream().filter(p -> p.kind().name().equals(verdict.name()))
                .map(p -> p.effect() + (p.scenario().isEmpty() ? "" : " (" + p.scenario() + ")"))
                .collect(Collectors.joining(", "));
    }

    private void series(Review review) {
        List<String> types = List.copyOf(review.total().verdicts().keySet());
        int[] widths = new int[types.size() + 2];
        widths[0] = 3;
        widths[1] = SUBJECT;
        List<String> head = new ArrayList<>(List.of("", "patch"));
        for (int i = 0; i < types.size(); i++) {
            widths[i + 2] = Math.max(7, types.get(i).length());
            head.add(types.get(i));
        }
        Table table = new Table(page.look(), 2, widths);
        table.row(head.toArray(String[]::new)).rule();
        for (PatchReview patch : review.patches()) {
            List<Table.Cell> row = new ArrayList<>();
            row.add(Table.Cell.of(Integer.toString(patch.index())));
            row.add(Table.Cell.of(Wrap.cut(patch.subject().replaceFirst("^(\\[[^]]*\\]\\s*)+", ""), SUBJECT)));
            for (String type : types) {
                Verdict verdict = patch.verdicts().get(type);
                row.add(verdict == null ? Table.Cell.of("-") : new Table.Cell(brief(verdict), Colour.of(verdict)));
            }
            table.row(row.toArray(Table.Cell[]::new));
        }
        page.put(table);
    }

    private static String brief(Verdict verdict) {
        return switch (verdict) {
            case REGRESSION -> "regress";
            case FIX -> "fix";
            case BEHAVIOUR_CHANGE -> "change";
            case INCONCLUSIVE -> "open";
            case NONE -> ".";
        };
    }
}
