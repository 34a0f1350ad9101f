package folioscope.model.check;

import java.util.List;
import java.util.Optional;

/** The source of a kernel, by paths from its root. */
public interface KernelSource {

    /** A file's text, or none if there is no such file. */
    Optional<String> text(String path);

    /** The paths of the files in a folder, without those in folders below; sorted. */
    List<String> list(String folder);
}
