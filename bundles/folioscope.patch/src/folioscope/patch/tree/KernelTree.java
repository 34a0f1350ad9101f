package folioscope.patch.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A kernel's source: a folder (a checkout, an unpacked source package), a git repository with its working tree, or a bare
 * one. It is only read. May be shared between threads that do not close it.
 */
public final class KernelTree implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("(?m)^(VERSION|PATCHLEVEL)[ \\t]*=[ \\t]*(\\d{1,4})[ \\t]*$");
    private static final int SHORTEST_ID = 7;

    private final String name;
    private final Optional<Repository> repository;
    private final List<TreeFiles> here;

    private KernelTree(String name, Optional<Repository> repository, List<TreeFiles> here) {
        this.name = name;
        this.repository = repository;
        this.here = List.copyOf(here);
    }

    /**
     * Opens a tree. What is read first is the working tree, then (for what is not there) HEAD; of a bare repository, HEAD.
     *
     * @throws IOException if there is no such folder or its repository cannot be read; the message says what
     */
    public static KernelTree open(Path folder) throws IOException {
        Path place = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(place)) {
            throw new IOException("there is no such folder");
        }
        boolean checkout = Files.exists(place.resolve(".git"));
        boolean bare = !checkout && Files.isDirectory(place.resolve("objects")) && Files.isRegularFile(place.resolve("HEAD"));
        if (!checkout && !bare) {
            return new KernelTree(folder.toString(), Optional.empty(), List.of(new FolderFiles(place)));
        }
        FileRepositoryBuilder builder = new FileRepositoryBuilder().setMustExist(true);
        Repository repository = (bare ? builder.setGitDir(place.toFile()).setBare() : builder.setWorkTree(place.toFile())).build();
        Optional<TreeFiles> head = commit(repository, Constants.HEAD);
        List<TreeFiles> here = bare ? head.stream().toList()
                : head.map(h -> List.of(new FolderFiles(place), h)).orElse(List.of(new FolderFiles(place)));
        return new KernelTree(folder.toString(), Optional.of(repository), here);
    }

    /** What the tree is called in messages: the folder as it was given. */
    public String name() {
        return name;
    }

    /** The text of a file, by its path from the tree's root; none where there is no such file or it cannot be read. */
    public Optional<String> text(String path) {
        for (TreeFiles files : here) {
            Optional<String> text = quietly(() -> files.text(path));
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /** The kernel's version as the Makefile says it ({@code 6.12}), or none. */
    public Optional<String> version() {
        return text("Makefile").flatMap(KernelTree::version);
    }

    static Optional<String> version(String makefile) {
        Matcher m = NUMBER.matcher(makefile);
        String version = "";
        String level = "";
        while (m.find()) {
            version = m.group(1).equals("VERSION") && version.isEmpty() ? m.group(2) : version;
            level = m.group(1).equals("PATCHLEVEL") && level.isEmpty() ? m.group(2) : level;
        }
        return version.isEmpty() || level.isEmpty() ? Optional.empty() : Optional.of(version + "." + level);
    }

    /** The paths of the files that lie in a folder of the tree, without those in folders below; sorted. */
    public List<String> list(String folder) {
        for (TreeFiles files : here) {
            Optional<List<String>> paths = quietly(() -> Optional.of(files.list(folder)).filter(l -> !l.isEmpty()));
            if (paths.isPresent()) {
                return paths.get();
            }
        }
        return List.of();
    }

    /** The content of the one blob whose id begins so; none without a repository, or where it is not there or not the only one. */
    Optional<String> blob(String id) {
        if (repository.isEmpty() || id.length() < SHORTEST_ID || id.matches("0*") || !id.matches("[0-9a-f]{7,40}")) {
            return Optional.empty();
        }
        return quietly(() -> {
            try (ObjectReader reader = repository.get().newObjectReader()) {
                Collection<ObjectId> all = reader.resolve(AbbreviatedObjectId.fromString(id));
                Optional<ObjectId> only = all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
                boolean there = only.isPresent() && reader.has(only.get(), Constants.OBJ_BLOB);
                return there ? Optional.of(CommitFiles.content(repository.get(), only.get())) : Optional.empty();
            }
        });
    }

    /** The files of a commit; none where the repository does not have it. */
    Optional<TreeFiles> commit(String id) {
        boolean full = id.matches("[0-9a-f]{12,40}");
        return repository.isPresent() && full ? quietly(() -> commit(repository.get(), id)) : Optional.empty();
    }

    private static Optional<TreeFiles> commit(Repository repository, String name) throws IOException {
        ObjectId id = repository.resolve(name + "^{commit}");
        if (id == null) {
            return Optional.empty();
        }
        try (RevWalk walk = new RevWalk(repository)) {
            return Optional.of(new CommitFiles(repository, walk.parseCommit(id).getTree().getId()));
        } catch (MissingObjectException shallow) {
            return Optional.empty();
        }
    }

    /** Something to read. */
    private interface Read<T> {
        Optional<T> get() throws IOException;
    }

    /** What cannot be read is not there: who asks says what is missing. */
    private static <T> Optional<T> quietly(Read<T> read) {
        try {
            return read.get();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        repository.ifPresent(Repository::close);
    }
}
