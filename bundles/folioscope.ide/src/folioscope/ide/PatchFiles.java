package folioscope.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.content.IContentType;

/**
 * Says which files of a workspace are patches: those whose name is associated with one of our content types, whichever
 * type wins for the file (EGit has one for {@code *.patch} too). Content is not looked at.
 */
public final class PatchFiles {

    /** The content type of a file that is a diff and little else. */
    public static final String PATCH = "folioscope.ide.patch";

    /** The content type of a mail or a mailbox, which may or may not have patches in it. */
    public static final String MAIL = "folioscope.ide.mail";

    private PatchFiles() {
    }

    /** Whether the file is to be reviewed; derived files are not. */
    public static boolean isPatch(IFile file) {
        return kind(file).isPresent() && !file.isDerived(IResource.CHECK_ANCESTORS);
    }

    /** Whether somebody may expect a diff in the file: a mail needs none, a patch file does. */
    public static boolean mustHaveDiff(IFile file) {
        return kind(file).equals(Optional.of(PATCH));
    }

    /** The patches below a folder, or of a whole project, by path; none if the folder is gone or closed. */
    public static List<IFile> in(IContainer container) throws CoreException {
        List<IFile> files = new ArrayList<>();
        if (container.isAccessible()) {
            container.accept(resource -> {
                if (resource instanceof IFile file && isPatch(file)) {
                    files.add(file);
                }
                return !resource.isDerived();
            });
        }
        files.sort((a, b) -> a.getFullPath().toString().compareTo(b.getFullPath().toString()));
        return List.copyOf(files);
    }

    private static Optional<String> kind(IFile file) {
        List<String> ids = Stream.of(Platform.getContentTypeManager().findContentTypesFor(file.getName()))
                .map(IContentType::getId).toList();
        return Stream.of(PATCH, MAIL).filter(ids::contains).findFirst();
    }
}
