package folioscope.model.merge;

import folioscope.skeleton.HunkText;
import folioscope.skeleton.Origin;
import java.util.Optional;

/**
 * One changed line that belongs to the life of a page, and what became of it.
 *
 * @param path the kernel path of the file, on the line's side
 * @param function the function around it, empty outside functions
 * @param mark removed or added
 * @param line 1-based line in the patch input
 * @param model the model's function it went to ({@code memremap.c:free_zone_device_folio}), or empty
 * @param at where the model's line stands that it is, or takes away; none where it is no line of a function
 */
public record Site(String path, String function, HunkText.Mark mark, int line, String text, Status status, String model,
        Optional<Origin> at) {

    /** What became of a changed line. */
    public enum Status {
        /** The model was changed by it. */
        MERGED,
        /** The model does the same before and after: moved, renamed, reformatted, declared, stubbed for another configuration, or already so. */
        EQUIVALENT,
        /** The model's function does not have what the line removes, or the place it is added to. Nothing is predicted from it. */
        CONFLICT,
        /** The model has no such function, or does not look at what the line does. */
        UNMODELLED,
        /** The front end could not read the line. */
        UNPARSED
    }
}
