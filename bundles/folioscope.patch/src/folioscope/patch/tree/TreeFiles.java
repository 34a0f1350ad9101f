package folioscope.patch.tree;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The files of one state of a kernel's source, by path. */
sealed interface TreeFiles permits FolderFiles, CommitFiles {

    /** The file's text, or none if there is no such file. */
    Optional<String> text(String path) throws IOException;

    /** The paths of the files in a folder, without those in folders below; sorted, empty if there is no such folder. */
    List<String> list(String folder) throws IOException;
}
