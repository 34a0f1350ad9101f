package folioscope.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import folioscope.model.ModelLibrary;
import folioscope.patch.PatchReader;
import folioscope.review.Review;
import folioscope.review.ReviewOptions;
import folioscope.review.Reviewer;

/**
 * What stands in the workspace is what the command line finds: the same review of the same bytes, at the same lines.
 */
class SameReviewTest {

    static Stream<Named<String>> inputs() {
        return Stream.of(Named.of("mail", Samples.LOST_WAKE), Named.of("CRLF", Samples.LOST_WAKE.replace("\n", "\r\n")),
                Named.of("base64", Samples.base64(Samples.LOST_WAKE)), Named.of("no change", Samples.NOTHING_CHANGES),
                Named.of("no diff", "nothing\n"), Named.of("empty", ""),
                Named.of("cut", Samples.LOST_WAKE.substring(0, Samples.LOST_WAKE.indexOf("+\tpage_ref"))));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void marksWhatTheReviewSays(String input) throws CoreException {
        byte[] content = input.getBytes(StandardCharsets.UTF_8);
        Review review = new Reviewer(ModelLibrary.embedded()).review(PatchReader.read("wake.patch", content),
                ReviewOptions.defaults());
        try (Sandbox sandbox = Sandbox.reviewed("same")) {
            IFile file = sandbox.write("wake.patch", content);
            sandbox.build();

            assertEquals(Sandbox.texts(new Findings(true).of(review)), Sandbox.findings(file));
        }
    }

    @Test
    void findsLinesInEncodedMail() throws CoreException {
        String mail = Samples.base64(Samples.LOST_WAKE);
        int body = Samples.line(mail, "\n\n") + 2;
        try (Sandbox sandbox = Sandbox.reviewed("same")) {
            IFile file = sandbox.write("wake.eml", mail);
            sandbox.build();

            List<String> regressions = Sandbox.findings(file).stream()
                    .filter(f -> f.contains("| regression |")).toList();

            assertTrue(!regressions.isEmpty(), "no regression");
            for (String regression : regressions) {
                int line = Integer.parseInt(regression.substring(0, regression.indexOf(' ')));
                assertTrue(line >= body && line <= mail.lines().count(), regression);
            }
        }
    }
}
