package folioscope.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stands in the help for what the start script does; says so when it is called all the same. */
@Command(name = "test", mixinStandardHelpOptions = true, sortOptions = false,
        description = {
            "Reviews every patch of DIR as one test case of a headless Eclipse test run; a predicted regression fails its case. "
                + "The reports are Surefire's XML. The start script 'folioscope' does this through Maven." })
final class TestCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", arity = "0..*", description = "A folder of patches.")
    private List<String> folders = List.of();

    TestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.say("test needs Maven and a source tree: use the start script, './folioscope test "
                + (folders.isEmpty() ? "DIR" : folders.get(0)) + "', in the folder that Folioscope was cloned to");
        return Main.UNUSABLE;
    }
}
