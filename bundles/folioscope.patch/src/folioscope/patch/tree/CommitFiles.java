package folioscope.patch.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files of one commit's tree. */
record CommitFiles(Repository repository, ObjectId tree) implements TreeFiles {

    @Override
    public Optional<String> text(String path) throws IOException {
        if (path.isEmpty() || path.startsWith("/")) {
            return Optional.empty();
        }
        try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
            boolean file = walk != null && walk.getFileMode(0).getObjectType() == Constants.OBJ_BLOB;
            return file ? Optional.of(content(repository, walk.getObjectId(0))) : Optional.empty();
        }
    }

    @Override
    public List<String> list(String path) throws IOException {
        List<String> all = new ArrayList<>();
        try (TreeWalk folder = path.isEmpty() ? null : TreeWalk.forPath(repository, path, tree);
                TreeWalk walk = new TreeWalk(repository)) {
            if (folder != null && !folder.isSubtree() || folder == null && !path.isEmpty()) {
                return List.of();
            }
            walk.addTree(folder == null ? tree : folder.getObjectId(0));
            while (walk.next()) {
                if (walk.getFileMode(0).getObjectType() == Constants.OBJ_BLOB) {
                    all.add((path.isEmpty() ? "" : path + "/") + walk.getPathString());
                }
            }
        }
        return all.stream().sorted().toList();
    }

    /** A blob's content as text. */
    static String content(Repository repository, ObjectId blob) throws IOException {
        ObjectLoader loader = repository.open(blob, Constants.OBJ_BLOB);
        return new String(loader.getBytes(), StandardCharsets.UTF_8);
    }
}
