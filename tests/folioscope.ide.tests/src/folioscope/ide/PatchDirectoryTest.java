package folioscope.ide;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import folioscope.report.Formats;
import folioscope.report.Look;
import folioscope.review.Review;

/**
 * Patches at the gate: each patch of the folder that the system property {@code folioscope.patches} names is one test
 * case, reviewed in a real workspace with markers. A regression that is predicted fails the case, with its sentence and
 * the whole report, traces included, as the message; so does a file without a patch. Without the property there are no
 * cases.
 */
class PatchDirectoryTest {

    @TestFactory
    Stream<DynamicTest> predictsNoRegression() throws IOException {
        return patches().stream().map(patch -> DynamicTest.dynamicTest(patch.getFileName().toString(), patch.toUri(),
                () -> review(patch)));
    }

    /** The patches of the folder by name; relative to where the build was started. */
    private static List<Path> patches() throws IOException {
        String folder = System.getProperty("folioscope.patches", "");
        if (folder.isBlank()) {
            return List.of();
        }
        Path directory = Path.of(System.getProperty("folioscope.directory", "")).resolve(folder);
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> patches = files.filter(Files::isRegularFile).filter(PatchDirectoryTest::isPatch)
                    .sorted().toList();
            if (patches.isEmpty()) {
                throw new IOException("no .patch, .diff, .mbox or .eml file in " + directory);
            }
            return patches;
        }
    }

    private static boolean isPatch(Path path) {
        return PatchFiles.isPatch(ResourcesPlugin.getWorkspace().getRoot().getFile(
                new org.eclipse.core.runtime.Path("/patches").append(path.getFileName().toString())));
    }

    private static void review(Path patch) throws CoreException, IOException {
        try (Sandbox sandbox = Sandbox.reviewed("patches")) {
            IFile file = sandbox.write(patch.getFileName().toString(), Files.readAllBytes(patch));
            sandbox.build();
            FileReview review = ReviewStore.of(file.getWorkspace()).get(file);
            List<String> sentences = Stream.of(file.findMarkers(FindingMarkers.FINDING, true, IResource.DEPTH_ZERO))
                    .filter(m -> m.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_ERROR)
                    .filter(m -> m.getAttribute(FindingMarkers.KIND, "").equals(Finding.Kind.REGRESSION.word()))
                    .map(m -> m.getAttribute(IMarker.MESSAGE, "")).distinct().toList();
            if (!(review instanceof FileReview.Done done)) {
                fail("not reviewed: " + review);
            } else if (done.review().patches().isEmpty()) {
                fail("no patch in it: " + done.review().diagnostics());
            } else if (!sentences.isEmpty()) {
                fail(String.join("\n", sentences) + "\n\n" + report(done.review()));
            }
        }
    }

    private static String report(Review review) {
        return Formats.named("text", Look.PLAIN).map(f -> f.reviews(List.of(review))).orElseThrow();
    }
}
