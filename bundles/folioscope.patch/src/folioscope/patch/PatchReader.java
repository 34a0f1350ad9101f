package folioscope.patch;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads patches out of whatever they come in: a mailbox (mboxrd), a mail (RFC 5322, MIME), the output of git
 * format-patch, git show or git log -p, a bare diff, a reply that quotes a diff. It never throws on an input, and
 * the same input gives the same result.
 *
 * <p>Of a reply, the part that is quoted becomes a patch marked as such, what is said between dropped; a mail with a
 * diff of its own and a quoted one gives both. Cover letters and replies without a diff give nothing. Paths lose
 * their {@code a/}, {@code b/} and quilt's {@code ~name}. A hunk that is cut keeps the lines it has, while its counts
 * stay those of its header.
 */
public final class PatchReader {

    private PatchReader() {
    }

    /**
     * Reads one input.
     *
     * @param name what the input is called, for messages
     * @param content its bytes as they lie on disk; all line numbers of the result are 1-based in them
     * @return the patches in the order in which they apply, and all trouble; with an ERROR in line 0 if there is no
     *         patch at all
     */
    public static PatchInput read(String name, byte[] content) {
        DiagnosticLog log = new DiagnosticLog();
        List<Draft> drafts = drafts(content, log);
        List<Patch> patches = new SeriesOrder(log).order(drafts);
        if (patches.isEmpty()) {
            log.error(0, content.length == 0 ? "the input is empty; there is no patch in it"
                    : "no patch in this input: no diff with a file header, neither in its text nor in what it quotes");
        }
        return new PatchInput(name, patches, log.toList());
    }

    /** All patches as they stand in the input, before series are sorted. */
    static List<Draft> drafts(byte[] content, DiagnosticLog log) {
        List<Draft> drafts = new ArrayList<>();
        for (TextPart part : new MimeWalk(log).walk(InputText.of(content))) {
            drafts.addAll(new PartReader(log).read(part));
        }
        return drafts;
    }
}
