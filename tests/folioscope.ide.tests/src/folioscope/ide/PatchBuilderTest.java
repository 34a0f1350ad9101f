package folioscope.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The builder in a real workspace: which files it reviews, and when their markers come and go. */
class PatchBuilderTest {

    private Sandbox sandbox;

    @BeforeEach
    void open() throws CoreException {
        sandbox = Sandbox.reviewed("builder");
    }

    @AfterEach
    void close() throws CoreException {
        sandbox.close();
    }

    @Test
    void marksRegressionAsErrorOnChangedLine() throws CoreException {
        IFile file = sandbox.write("wake.patch", Samples.LOST_WAKE);

        sandbox.build();

        IMarker[] markers = file.findMarkers("folioscope.ide.regression", false, IResource.DEPTH_ZERO);
        assertTrue(markers.length > 0, () -> "no regression among " + findings(file));
        int first = Samples.line(Samples.LOST_WAKE, "-\tif (page_ref_dec_return");
        for (IMarker marker : markers) {
            int line = marker.getAttribute(IMarker.LINE_NUMBER, 0);
            assertTrue(line >= first && line <= first + 2, () -> "line " + line + " of " + findings(file));
            assertEquals(IMarker.SEVERITY_ERROR, marker.getAttribute(IMarker.SEVERITY, -1));
            assertEquals("FS_DAX", marker.getAttribute(FindingMarkers.TYPE, ""));
        }
    }

    @Test
    void takesFindingsBackWhenPatchIsMended() throws CoreException {
        IFile file = sandbox.write("wake.patch", Samples.LOST_WAKE);
        sandbox.build();
        List<String> before = findings(file);

        sandbox.write("wake.patch", Samples.NOTHING_CHANGES);
        sandbox.build();

        assertNotEquals(List.of(), before);
        assertEquals(0, file.findMarkers("folioscope.ide.regression", true, IResource.DEPTH_ZERO).length,
                () -> findings(file).toString());
    }

    @Test
    void leavesNothingOfDeletedFile() throws CoreException {
        IFile file = sandbox.write("wake.patch", Samples.LOST_WAKE);
        sandbox.build();

        file.delete(true, null);
        sandbox.build();

        assertEquals(0, sandbox.project().findMarkers(FindingMarkers.FINDING, true, IResource.DEPTH_INFINITE).length);
    }

    @Test
    void reviewsOnlyWhatChanged() throws CoreException {
        IFile first = sandbox.write("first.patch", Samples.LOST_WAKE);
        sandbox.build();
        FileReview review = store().get(first);

        IFile second = sandbox.write("second.patch", Samples.NOTHING_CHANGES);
        sandbox.build();

        assertTrue(review == store().get(first), "the first file was reviewed again");
        assertInstanceOf(FileReview.Done.class, store().get(second));
    }

    @Test
    void reviewsMovedFileUnderItsNewName() throws CoreException {
        IFile file = sandbox.write("wake.patch", Samples.LOST_WAKE);
        sandbox.build();
        List<String> before = findings(file);

        file.move(new Path("renamed.diff"), true, null);
        sandbox.build();

        assertEquals(before, findings(sandbox.project().getFile("renamed.diff")));
    }

    @Test
    void cleanTakesFindingsAwayAndFullBuildBringsThemBack() throws CoreException {
        IFile file = sandbox.write("wake.patch", Samples.LOST_WAKE);
        sandbox.build();
        List<String> before = findings(file);

        sandbox.build(IncrementalProjectBuilder.CLEAN_BUILD, null);
        assertEquals(List.of(), findings(file));
        assertInstanceOf(FileReview.None.class, store().get(file));

        sandbox.build(IncrementalProjectBuilder.FULL_BUILD, null);
        assertEquals(before, findings(file));
    }

    @Test
    void cancelledBuildLeavesNoHalfMarkersAndComesAgain() throws CoreException {
        IFile file = sandbox.write("wake.patch", Samples.NOTHING_CHANGES);
        sandbox.build();
        List<String> before = findings(file);
        sandbox.write("wake.patch", Samples.LOST_WAKE);

        assertThrows(OperationCanceledException.class,
                () -> sandbox.build(IncrementalProjectBuilder.INCREMENTAL_BUILD, cancelledDuringReview()));
        assertEquals(before, findings(file));
        assertInstanceOf(FileReview.Cancelled.class, store().get(file));

        sandbox.build();
        assertInstanceOf(FileReview.Done.class, store().get(file));
        assertNotEquals(before, findings(file));
    }

    @Test
    void keepsOffOtherFiles() throws CoreException {
        IFile file = sandbox.write("notes.txt", Samples.LOST_WAKE);

        sandbox.build();

        assertEquals(List.of(), findings(file));
        assertInstanceOf(FileReview.None.class, store().get(file));
    }

    @Test
    void patchFileWithoutDiffGetsInfoAndMailNone() throws CoreException {
        IFile patch = sandbox.write("empty.patch", "nothing of the kind\n");
        IFile mail = sandbox.write("cover.eml", "From: a@example.org\nSubject: hello\n\nno diff here\n");

        sandbox.build();

        IMarker[] markers = patch.findMarkers(FindingMarkers.FINDING, true, IResource.DEPTH_ZERO);
        assertEquals(1, markers.length, () -> findings(patch).toString());
        assertEquals(IMarker.SEVERITY_INFO, markers[0].getAttribute(IMarker.SEVERITY, -1));
        assertEquals(List.of(), findings(mail));
    }

    @Test
    void leavesDerivedFilesAlone() throws CoreException {
        IFile file = sandbox.write("copy.patch", Samples.LOST_WAKE);
        file.setDerived(true, null);

        sandbox.build();

        assertEquals(List.of(), findings(file));
        assertFalse(PatchFiles.isPatch(file));
    }

    private static ReviewStore store() {
        return ReviewStore.of(ResourcesPlugin.getWorkspace());
    }

    private static List<String> findings(IFile file) {
        try {
            return Sandbox.findings(file);
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * A monitor that is cancelled as soon as a review has begun: it says no once more after the first words of progress,
     * so that the work starts, and yes ever after, whatever words follow.
     */
    private static NullProgressMonitor cancelledDuringReview() {
        AtomicBoolean announced = new AtomicBoolean();
        AtomicBoolean started = new AtomicBoolean();
        return new NullProgressMonitor() {
            @Override
            public void subTask(String name) {
                announced.set(true);
            }

            @Override
            public boolean isCanceled() {
                return announced.get() && started.getAndSet(true);
            }
        };
    }
}
