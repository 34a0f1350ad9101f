package folioscope.patch;

import java.util.List;

/** A patch that does not know its place yet. */
record Draft(Envelope envelope, boolean quoted, String baseCommit, int inputLine, List<FileChange> files) {

    Patch numbered(int index) {
        return new Patch(index, envelope.subject(), envelope.messageId(), envelope.date(), quoted, baseCommit,
                inputLine, files);
    }
}
