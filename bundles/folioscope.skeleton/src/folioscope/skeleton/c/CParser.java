package folioscope.skeleton.c;

import java.util.Map;

import org.eclipse.cdt.core.dom.ast.IASTTranslationUnit;
import org.eclipse.cdt.core.dom.ast.gnu.c.GCCLanguage;
import org.eclipse.cdt.core.parser.FileContent;
import org.eclipse.cdt.core.parser.IncludeFileContentProvider;
import org.eclipse.cdt.core.parser.NullLogService;
import org.eclipse.cdt.core.parser.ScannerInfo;
import org.eclipse.core.runtime.CoreException;

/** The one call of CDT's parser. */
final class CParser {

    private CParser() {
    }

    /**
     * Parses a text without looking at any other file.
     *
     * @param definitions macro heads ({@code min_t(t,a,b)}) to bodies; they do not move the text's offsets
     */
    static IASTTranslationUnit parse(String path, String text, Map<String, String> definitions) {
        try {
            return GCCLanguage.getDefault().getASTTranslationUnit(FileContent.create(path, text.toCharArray()),
                    new ScannerInfo(definitions, new String[0]), IncludeFileContentProvider.getEmptyFilesProvider(), null,
                    0, new NullLogService());
        } catch (CoreException e) {
            throw new IllegalStateException("CDT did not parse " + path, e);
        }
    }
}
