package folioscope.patch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts patches into the order in which they apply: those of a series ({@code [PATCH v2 03/13]}) by their number, at
 * the place of the first of them; all others where they stand. Of a patch that was sent again under the same number
 * and title the later one counts.
 */
final class SeriesOrder {

    private final DiagnosticLog log;

    SeriesOrder(DiagnosticLog log) {
        this.log = log;
    }

    /** One place in the order: a series, or a single patch under the number 0. */
    private record Slot(Map<Integer, Draft> members) {
    }

    List<Patch> order(List<Draft> drafts) {
        List<Slot> slots = new ArrayList<>();
        Map<String, List<Slot>> rounds = new TreeMap<>();
        Map<String, Draft> seen = new TreeMap<>();
        for (Draft draft : drafts) {
            if (isCopy(draft, seen)) {
                continue;
            }
            SeriesNumber.parse(draft.envelope().subject()).filter(number -> !draft.quoted()).ifPresentOrElse(
                    number -> place(draft, number, slots, rounds), () -> slots.add(single(draft)));
        }
        List<Patch> patches = new ArrayList<>();
        for (Slot slot : slots) {
            slot.members().values().forEach(draft -> patches.add(draft.numbered(patches.size() + 1)));
        }
        return patches;
    }

    /** The same mail from two lists. */
    private boolean isCopy(Draft draft, Map<String, Draft> seen) {
        if (draft.envelope().messageId().isEmpty()) {
            return false;
        }
        String key = draft.envelope().messageId() + " " + draft.quoted() + " " + shape(draft);
        Draft first = seen.putIfAbsent(key, draft);
        if (first != null) {
            log.info(draft.inputLine(), "the mail in line " + first.inputLine()
                    + " again (same message id and diff); left out");
        }
        return first != null;
    }

    private static String shape(Draft draft) {
        StringBuilder shape = new StringBuilder();
        for (FileChange file : draft.files()) {
            shape.append(file.oldPath()).append(' ').append(file.newPath());
            file.hunks().forEach(hunk -> {
                shape.append(' ').append(hunk.oldStart()).append('+').append(hunk.newStart());
                hunk.lines().forEach(line -> shape.append('\n').append(line.kind()).append(line.text()));
            });
        }
        return shape.toString();
    }

    private static Slot single(Draft draft) {
        return new Slot(new TreeMap<>(Map.of(0, draft)));
    }

    /** Into the first series of that name whose number is free or was used for the same title. */
    private void place(Draft draft, SeriesNumber number, List<Slot> slots, Map<String, List<Slot>> rounds) {
        List<Slot> open = rounds.computeIfAbsent(number.series() + "\n" + draft.envelope().from(),
                key -> new ArrayList<>());
        for (Slot slot : open) {
            Draft before = slot.members().get(number.n());
            if (before == null || before.envelope().subject().equals(draft.envelope().subject())) {
                slot.members().put(number.n(), draft);
                if (before != null) {
                    log.info(before.inputLine(), "patch " + number.n() + "/" + number.of() + " was sent again in line "
                            + draft.inputLine() + "; the later one counts");
                }
                return;
            }
        }
        Slot slot = single(draft);
        slot.members().clear();
        slot.members().put(number.n(), draft);
        open.add(slot);
        slots.add(slot);
    }
}
