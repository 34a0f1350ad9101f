package folioscope.patch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One patch: a mail's or a bare diff's file changes.
 *
 * @param index 1-based place in the input's reading order, series sorted by their {@code n/m}
 * @param quoted whether the diff was quoted in a reply, and so is only a part, to be trusted less
 * @param subject decoded, with its tags; empty for a bare diff, as is {@code messageId} (without angle brackets)
 * @param inputLine 1-based line of the mail's subject; of the first file's header for a bare or quoted diff
 * @param baseCommit the {@code base-commit:} trailer, or empty
 */
public record Patch(int index, String subject, String messageId, Optional<Instant> date, boolean quoted,
        String baseCommit, int inputLine, List<FileChange> files) {

    public Patch {
        files = List.copyOf(files);
    }
}
