/**
 * What a mail or a diff changes, line by line, and where each line stands in the input.
 *
 * <p>Read {@link folioscope.patch.PatchReader} first, then {@link folioscope.patch.Patch}. The way through the package:
 * {@code MailboxSplitter} cuts an mbox into mails, {@code CommitLog} a log of git into commits,
 * {@code Headers} and {@code MimeWalk} find a mail's text parts,
 * {@code TransferDecoding} decodes them and keeps for every line the line of the input, {@code Flowed} and
 * {@code Quoting} undo what mail programs did to the text, {@code DiffScanner} finds the diffs in it,
 * {@code DiffReader} has JGit parse them, {@code SeriesOrder} puts the patches in order. Nothing here throws on any
 * input: trouble is a {@link folioscope.patch.Diagnostic}. Any bundle may depend on this package; it depends on JGit
 * alone.
 */
package folioscope.patch;
