package folioscope.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.core.runtime.content.IContentTypeManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are patches, and that our content types get along with others. */
class PatchFilesTest {

    @ParameterizedTest
    @CsvSource({ "a.patch,true,true", "a.diff,true,true", "a.mbox,true,false", "a.eml,true,false", "A.PATCH,true,true",
            "a.txt,false,false", "patch,false,false", "a.patch.orig,false,false" })
    void goesByName(String name, boolean patch, boolean mustHaveDiff) {
        var file = ResourcesPlugin.getWorkspace().getRoot().getFile(new Path("/p/" + name));

        assertEquals(patch, PatchFiles.isPatch(file));
        assertEquals(mustHaveDiff, PatchFiles.mustHaveDiff(file));
    }

    @ParameterizedTest
    @ValueSource(strings = { "a.patch", "a.mbox" })
    void isText(String name) {
        IContentTypeManager types = Platform.getContentTypeManager();
        IContentType text = types.getContentType(IContentTypeManager.CT_TEXT);

        assertTrue(Stream.of(types.findContentTypesFor(name)).allMatch(t -> t.isKindOf(text)));
    }
}
