package folioscope.ide;

import org.eclipse.core.resources.IMarker;

/**
 * What stands at one line of a patch: one marker.
 *
 * @param line 1-based in the file as it lies on disk
 * @param severity one of {@link IMarker}'s
 * @param type the pgmap type, {@code scenario} and {@code effect} likewise: empty where the finding is about none
 */
record Finding(Kind kind, int line, int severity, String message, String type, String scenario, String effect) {

    /** What a finding is about; each has a marker type, so that editors can show it in a colour of its own. */
    enum Kind {
        REGRESSION("regression", "folioscope.ide.regression", IMarker.SEVERITY_ERROR),
        CHANGE("behaviour-change", "folioscope.ide.change", IMarker.SEVERITY_WARNING),
        FIX("fix", "folioscope.ide.fix", IMarker.SEVERITY_INFO),
        NOT_UNDERSTOOD("not-understood", "folioscope.ide.notUnderstood", IMarker.SEVERITY_INFO),
        INPUT("input", "folioscope.ide.input", IMarker.SEVERITY_ERROR);

        private final String word;
        private final String markerType;
        private final int severity;

        Kind(String word, String markerType, int severity) {
            this.word = word;
            this.markerType = markerType;
            this.severity = severity;
        }

        String word() {
            return word;
        }

        String markerType() {
            return markerType;
        }

        /** The severity a finding of this kind has unless something lessens it. */
        int severity() {
            return severity;
        }
    }
}
