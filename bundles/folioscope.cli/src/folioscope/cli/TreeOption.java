package folioscope.cli;

import folioscope.patch.tree.KernelTree;
import folioscope.review.ReviewOptions;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The kernel tree to read files from. */
final class TreeOption {

    @Option(names = "--tree", paramLabel = "DIR", description = {
        "A kernel tree to read whole functions from: a checkout, an unpacked source package, or a git repository, also a bare "
            + "one." })
    private String folder = "";

    /** The tree, if one was asked for. */
    record Opened(Optional<KernelTree> tree) implements AutoCloseable {

        /** The options with the tree among them. */
        ReviewOptions given(ReviewOptions options) {
            return tree.map(options::withTree).orElse(options);
        }

        @Override
        public void close() {
            tree.ifPresent(KernelTree::close);
        }
    }

    /** Opens it; to be closed. */
    Opened open() throws Trouble {
        return new Opened(folder.isEmpty() ? Optional.empty() : Optional.of(tree()));
    }

    /** Whether the option is given. */
    boolean given() {
        return !folder.isEmpty();
    }

    /** Opens the tree, which must have been asked for; to be closed. */
    KernelTree tree() throws Trouble {
        try {
            return KernelTree.open(Path.of(folder));
        } catch (IOException | InvalidPathException e) {
            throw new Trouble("--tree " + folder + ": cannot be read: " + e.getMessage());
        }
    }
}
