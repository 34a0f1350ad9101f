package folioscope.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The checked-out project: where its folders lie and which files they hold, without what the build made. */
record Sources(Path root) {

    /** Looks for the project above the working directory. */
    static Sources find() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("bundles")) && Files.exists(at.resolve("mvnw"))) {
                return new Sources(at);
            }
        }
        throw new IllegalStateException("not inside the project: " + Path.of("").toAbsolutePath());
    }

    Path folder(Bundle bundle) {
        return root.resolve("bundles").resolve(bundle.id());
    }

    Path classes(Bundle bundle) {
        return folder(bundle).resolve("target/classes");
    }

    /** The names of the folders under bundles/. */
    List<String> bundleFolders() {
        return list(root.resolve("bundles"), 1).stream().filter(f -> Files.exists(f.resolve("META-INF/MANIFEST.MF")))
            .map(f -> f.getFileName().toString()).toList();
    }

    /** Every file below a folder of the project whose name ends in one of the given ways; sorted. */
    List<Path> files(String folder, String... endings) {
        return list(root.resolve(folder), Integer.MAX_VALUE).stream()
            .filter(f -> Stream.of(endings).anyMatch(f.toString()::endsWith))
            .filter(f -> Stream.of("target", "bin", "bin_test")
                .noneMatch(made -> root.relativize(f).toString().matches("[^/]+/[^/]+/" + made + "/.*")))
            .toList();
    }

    /** The packages in a bundle's src folder. */
    TreeSet<String> packages(Bundle bundle) {
        Path src = folder(bundle).resolve("src");
        TreeSet<String> packages = new TreeSet<>();
        for (Path file : files("bundles/" + bundle.id() + "/src", ".java")) {
            packages.add(src.relativize(file.getParent()).toString().replace('/', '.'));
        }
        return packages;
    }

    /** The names in a manifest header, without attributes and directives. */
    List<String> header(Bundle bundle, String name) {
        try (InputStream in = Files.newInputStream(folder(bundle).resolve("META-INF/MANIFEST.MF"))) {
            String value = new Manifest(in).getMainAttributes().getValue(name);
            return value == null ? List.of()
                : Stream.of(value.replaceAll("\"[^\"]*\"", "").split(",")).map(e -> e.split(";")[0].strip()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static List<Path> list(Path folder, int depth) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder, depth)) {
            return all.filter(f -> !f.equals(folder)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
