import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Makes a folder that Folioscope starts from quickly: copies of the jars without signatures (checking them costs more
 * than half of the start, and the JVM archives no class of a signed jar), an archive of the loaded classes, and the
 * launcher's arguments in a file.
 *
 * <p>Arguments: the folder with the jars, the folder to make, and a folder of patches to warm up with (it may be
 * missing). Run by the script {@code folioscope} as a single source file.
 */
final class Assemble {

    /** Bundles that only an OSGi framework has a use for. */
    private static final List<String> FRAMEWORK_ONLY =
        List.of("asm", "org.apache.aries.spifly", "org.apache.felix.scr", "org.osgi.service.component",
            "org.osgi.util");

    private static final String MAIN = "folioscope.cli.Main";

    private final Path folder;
    private final List<String> arguments = new ArrayList<>();

    private Assemble(Path folder) {
        this.folder = folder;
    }

    public static void main(String... args) throws IOException, InterruptedException {
        Assemble assemble = new Assemble(Path.of(args[1]).toAbsolutePath());
        assemble.clear();
        assemble.copyJars(Path.of(args[0]));
        assemble.archiveClasses(Path.of(args[2]));
        Files.write(assemble.folder.resolve("java.args"), assemble.arguments);
        Files.write(assemble.folder.resolve("java"), List.of(java().toString(), assemble.folder.toString()));
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private void clear() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder.resolve("lib"));
    }

    private void copyJars(Path from) throws IOException {
        List<String> classPath = new ArrayList<>();
        try (Stream<Path> jars = Files.list(from)) {
            for (Path jar : jars.sorted().toList()) {
                String name = jar.getFileName().toString();
                if (name.endsWith(".jar") && FRAMEWORK_ONLY.stream().noneMatch(name::startsWith)) {
                    Path copy = folder.resolve("lib").resolve(name);
                    copyUnsigned(jar, copy);
                    classPath.add(copy.toString());
                }
            }
        }
        arguments.addAll(List.of(
            "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", "-Xlog:disable", "-Xlog:all=error:stderr",
            "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-Dslf4j.internal.verbosity=ERROR",
            "-cp", quoted(String.join(System.getProperty("path.separator"), classPath))));
    }

    private static void copyUnsigned(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from); OutputStream out = Files.newOutputStream(to);
            ZipInputStream source = new ZipInputStream(in); ZipOutputStream copy = new ZipOutputStream(out)) {
            copy.setLevel(1);
            for (ZipEntry entry = source.getNextEntry(); entry != null; entry = source.getNextEntry()) {
                if (!isSignature(entry.getName())) {
                    copy.putNextEntry(new ZipEntry(entry.getName()));
                    source.transferTo(copy);
                    copy.closeEntry();
                }
            }
        }
    }

    private static boolean isSignature(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("META-INF/") && upper.indexOf('/', "META-INF/".length()) < 0
            && (upper.endsWith(".SF") || upper.endsWith(".RSA") || upper.endsWith(".DSA") || upper.endsWith(".EC"));
    }

    /** Runs the program once on a sample; the JVM writes down which classes that took. Does without if it fails. */
    private void archiveClasses(Path samples) throws IOException, InterruptedException {
        boolean cache = Runtime.version().feature() >= 25;
        Path archive = folder.resolve(cache ? "classes.aot" : "classes.jsa");
        List<String> command = new ArrayList<>(List.of(java().toString()));
        for (String argument : arguments) {
            command.add(unquoted(argument));
        }
        command.add((cache ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive);
        command.add(MAIN);
        command.addAll(warmUp(samples));
        Path log = folder.resolve("archive.log");
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        if (Files.exists(archive)) {
            arguments.add(0, quoted((cache ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive));
        } else {
            System.err.println("folioscope: no archive of classes, starts will be slower; see " + log);
        }
    }

    private static List<String> warmUp(Path samples) throws IOException {
        if (Files.isDirectory(samples)) {
            try (Stream<Path> files = Files.list(samples)) {
                List<Path> patches =
                    files.filter(f -> f.toString().matches(".*\\.(patch|mbox|eml|diff)")).sorted().toList();
                if (!patches.isEmpty()) {
                    return List.of("review", patches.get(0).toString());
                }
            }
        }
        return List.of("--help");
    }

    /** As the launcher reads it from a file of arguments. */
    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String unquoted(String argument) {
        return argument.startsWith("\"")
            ? argument.substring(1, argument.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\")
            : argument;
    }
}
