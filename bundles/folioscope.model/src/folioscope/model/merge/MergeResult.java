package folioscope.model.merge;

import folioscope.model.Model;
import java.util.List;
import java.util.SortedSet;

/**
 * The model after a patch.
 *
 * @param sites the patch's lifecycle lines in input order
 * @param changed functions of the model that differ now, were added or taken out
 * @param halfMerged functions of the model of which some part of the change does not fit, be it no lifecycle line
 * @param explained how much of what the patch removes and shows was found in the model, of {@code seen}; removed lines count three times
 * @param notes what was not carried over, for a reader
 */
public record MergeResult(Model model, List<Site> sites, SortedSet<String> changed, SortedSet<String> halfMerged,
        double explained, double seen, List<String> notes) {

    public MergeResult {
        sites = List.copyOf(sites);
        notes = List.copyOf(notes);
    }
}
