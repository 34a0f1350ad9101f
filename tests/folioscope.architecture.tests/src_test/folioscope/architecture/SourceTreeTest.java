package folioscope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Rules about source files that no class file shows. */
class SourceTreeTest {

    private static final int LONGEST_FILE = 400;

    private static final Sources SOURCES = Sources.find();

    @Test
    void everyPackageSaysWhatItIs() {
        List<String> missing = new ArrayList<>();
        for (Bundle bundle : Bundle.values()) {
            Path src = SOURCES.folder(bundle).resolve("src");
            for (String name : SOURCES.packages(bundle)) {
                if (!Files.exists(src.resolve(name.replace('.', '/')).resolve("package-info.java"))) {
                    missing.add(name + " has no package-info.java");
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void noFileIsLongerThan400Lines() {
        // The model's C keeps to the files of the kernel, and those have the length that they have.
        List<String> tooLong = new ArrayList<>();
        for (Path file : written(".java")) {
            int lines = Sources.lines(file).size();
            if (lines > LONGEST_FILE) {
                tooLong.add(name(file) + " has " + lines + " lines");
            }
        }
        assertEquals(List.of(), tooLong);
    }

    @Test
    void javaIsIndentedWithSpaces() {
        List<String> tabs = new ArrayList<>();
        for (Path file : written(".java")) {
            List<String> lines = Sources.lines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).startsWith("\t")) {
                    tabs.add(name(file) + ":" + (i + 1));
                }
            }
        }
        assertEquals(List.of(), tabs);
    }

    private static List<Path> written(String... endings) {
        List<Path> files = new ArrayList<>(SOURCES.files("bundles", endings));
        files.addAll(SOURCES.files("tests", endings));
        files.addAll(SOURCES.files("releng", endings));
        return files;
    }

    private static String name(Path file) {
        return SOURCES.root().relativize(file).toString();
    }
}
