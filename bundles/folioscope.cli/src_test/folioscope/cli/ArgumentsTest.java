package folioscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import folioscope.report.Product;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            review                          | missing required parameter: 'FILE'
            review no-such.patch            | no-such.patch: there is no such file
            review --fromat json -          | there is no option --fromat
            review --fromat json -          | perhaps you mean --format
            review --format xml -           | --format xml: there is no such format; there are text, json
            review --tree nowhere -         | there is no such folder
            review --kernel newest -        | --kernel newest: this is no kernel version
            review --kernel 2.6 -           | --kernel 2.6: the model knows the kernels from
            review --type FSDAX -           | --type FSDAX: there is no such pgmap type; there are COHERENT, FS_DAX
            review --scenario s09 -         | there is no scenario s09; perhaps you mean S09
            review --max-states 0 -         | --max-states 0: at least 1 state has to be visited
            review --timeout soon -         | invalid value for option '--timeout'
            review --model no-folder -      | --model no-folder: this is no folder
            review --color blue -           | --color blue: write auto, always or never
            reviwe x.patch                  | perhaps you mean review
            run                             | missing required parameter: 'SCENARIO|all|FILE.c'
            run S99                         | there is no scenario S99
            model show put_pag              | perhaps you mean put_page
            run no-such.c                   | no-such.c: there is no such file
            run S09 --kernel 4.11           | scenario S09 is not for kernel 4.11
            run S09 --type PRIVATE          | S09: nothing to run for type PRIVATE
            model show no_such_function     | no_such_function: the model has no such function
            test patches                    | ./folioscope test patches
            """)
    void whatCannotBeUsedIsSaidWithStatus2(String command, String message) {
        Commands.Result result = Commands.run(command.split(" "));
        assertEquals(2, result.status(), result.err());
        assertTrue(result.err().contains(message), result.err());
        assertEquals("", result.out());
    }

    @Test
    void helpIsForStrangers() {
        Commands.Result result = Commands.run("--help");
        assertEquals(0, result.status());
        for (String word : new String[] { "ZONE_DEVICE", "review", "run", "model", "test DIR", "Examples:", "Exit status:" }) {
            assertTrue(result.out().contains(word), word);
        }
        assertEquals("", result.err());
    }

    @ParameterizedTest
    @CsvSource({ "--help", "review --help", "run --help", "model --help", "model show --help", "test --help" })
    void helpFitsAHundredColumns(String command) {
        Commands.Result result = Commands.run(command.split(" "));
        assertEquals(0, result.status());
        assertTrue(result.out().lines().allMatch(l -> l.length() <= 100), result.out());
    }

    @Test
    void nothingAtAllShowsTheHelp() {
        Commands.Result result = Commands.run();
        assertEquals(2, result.status());
        assertTrue(result.err().startsWith("Usage: folioscope"), result.err());
    }

    @Test
    void versionIsTheReportsOwn() {
        assertEquals(Product.NAME + "\n", Commands.run("--version").out().replace("\r", ""));
    }

    @Test
    void anEmptyFolderIsSaid(@TempDir Path folder) {
        Commands.Result result = Commands.run("review", folder.toString());
        assertEquals(2, result.status());
        assertTrue(result.err().contains("nothing in this folder ends in .patch, .diff, .mbox or .eml"), result.err());
    }
}
