package folioscope.ide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;

/** The findings of a file as markers. */
public final class FindingMarkers {

    /** The marker type that all findings have. */
    public static final String FINDING = "folioscope.ide.finding";

    /** Attributes of a marker: words of the review's vocabulary, absent where a finding has none. */
    public static final String KIND = "folioscope.kind";
    public static final String TYPE = "folioscope.type";
    public static final String SCENARIO = "folioscope.scenario";
    public static final String EFFECT = "folioscope.effect";

    private FindingMarkers() {
    }

    /** Puts findings in the place of those that the file had, in one step. */
    static void replace(IFile file, List<Finding> findings, LineSpans spans) throws CoreException {
        IWorkspace workspace = file.getWorkspace();
        workspace.run(monitor -> {
            file.deleteMarkers(FINDING, true, IResource.DEPTH_ZERO);
            for (Finding finding : findings) {
                file.createMarker(finding.kind().markerType(), attributes(finding, spans));
            }
        }, workspace.getRuleFactory().markerRule(file), IWorkspace.AVOID_UPDATE, null);
    }

    /** Takes all findings away. */
    static void clear(IProject project) throws CoreException {
        project.deleteMarkers(FINDING, true, IResource.DEPTH_INFINITE);
    }

    private static Map<String, Object> attributes(Finding finding, LineSpans spans) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(IMarker.LINE_NUMBER, Math.max(1, finding.line()));
        spans.of(finding.line()).ifPresent(span -> {
            attributes.put(IMarker.CHAR_START, span.start());
            attributes.put(IMarker.CHAR_END, span.end());
        });
        attributes.put(IMarker.LOCATION, "line " + Math.max(1, finding.line()));
        attributes.put(IMarker.SEVERITY, finding.severity());
        attributes.put(IMarker.MESSAGE, finding.message());
        attributes.put(IMarker.SOURCE_ID, "folioscope");
        attributes.put(KIND, finding.kind().word());
        putIfAny(attributes, TYPE, finding.type());
        putIfAny(attributes, SCENARIO, finding.scenario());
        putIfAny(attributes, EFFECT, finding.effect());
        return attributes;
    }

    private static void putIfAny(Map<String, Object> attributes, String name, String value) {
        if (!value.isEmpty()) {
            attributes.put(name, value);
        }
    }
}
