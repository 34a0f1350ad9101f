package folioscope.ide.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import folioscope.ide.FileReview;

/** That the view says in words how a review stands. */
class WordsTest {

    static Stream<Arguments> states() {
        return Stream.of(Arguments.of(new FileReview.None(), "has not been reviewed yet"),
                Arguments.of(new FileReview.Running(), "Reviewing a.patch"),
                Arguments.of(new FileReview.Cancelled(), "was cancelled before it was done"),
                Arguments.of(new FileReview.Failed("it is locked"), "could not be reviewed: it is locked"));
    }

    @ParameterizedTest
    @MethodSource("states")
    void saysHowReviewStands(FileReview state, String words) {
        IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(new Path("/p/a.patch"));

        assertTrue(Words.of(file, state).contains(words), () -> Words.of(file, state));
    }
}
