package folioscope.patch.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files below a folder; nothing outside of it is read, whatever a path says. */
record FolderFiles(Path folder) implements TreeFiles {

    @Override
    public Optional<String> text(String path) throws IOException {
        Path file;
        try {
            file = folder.resolve(path).normalize();
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
        boolean inside = !path.isEmpty() && file.startsWith(folder) && Files.isRegularFile(file)
                && file.toRealPath().startsWith(folder.toRealPath());
        return inside ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)) : Optional.empty();
    }

    @Override
    public List<String> list(String path) throws IOException {
        Path place = folder.resolve(path).normalize();
        if (!place.startsWith(folder) || !Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString().replace('\\', '/')).sorted().toList();
        }
    }
}
