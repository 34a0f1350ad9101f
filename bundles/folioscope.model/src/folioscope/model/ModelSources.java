package folioscope.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The texts the library is read from, by path: {@code kernel/mm/memremap.c}, {@code kernel/roles.tsv}, {@code scenarios/S01-....c}. */
record ModelSources(SortedMap<String, String> texts) {

    private static final String FOLDER = "folioscope/model";

    /** The files beside this class, in a folder or in a jar. */
    static ModelSources embedded() {
        try {
            Path place = Path.of(ModelSources.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                return in(place.resolve(FOLDER));
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
                return in(jar.getPath(FOLDER));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the bundle has no place", e);
        }
    }

    /** All C and table files below the folders {@code kernel} and {@code scenarios} of a folder. */
    static ModelSources in(Path folder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String part : new String[] { "kernel", "scenarios" }) {
            Path root = folder.resolve(part);
            if (!Files.isDirectory(root)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : (Iterable<Path>) files.filter(f -> f.toString().matches(".*\\.(c|h|tsv|txt)"))::iterator) {
                    texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        return new ModelSources(texts);
    }

    /** These with the other's put over them. */
    ModelSources under(ModelSources other) {
        SortedMap<String, String> both = new TreeMap<>(texts);
        both.putAll(other.texts);
        return new ModelSources(both);
    }

    /** What the preprocessor knows at a version. */
    static Map<String, String> defines(KernelVersion kernel) {
        return Map.of("LINUX_VERSION_CODE", Integer.toString(kernel.code()));
    }
}
