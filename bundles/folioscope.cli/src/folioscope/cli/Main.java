package folioscope.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import picocli.CommandLine;

/** Starts the command line. */
public final class Main {

    /** Exit status: nothing that the command asks about was found. */
    static final int NOTHING = 0;

    /** Exit status: something was found, such as a change of behaviour or a scenario that does not hold. */
    static final int SOMETHING = 1;

    /** Exit status: arguments or input that nothing can be done with. */
    static final int UNUSABLE = 2;

    /** Exit status: a mistake of this program's own. */
    static final int BROKEN = 3;

    private static final int HELP_WIDTH = 100;

    private Main() {
    }

    /** Runs one command and ends the program with its status. */
    public static void main(String[] arguments) {
        Interruption interruption = new Interruption();
        Terminal terminal = Terminal.system(interruption::asked);
        interruption.listen();
        int status = run(terminal, arguments);
        interruption.finished();
        System.exit(status);
    }

    /** Runs one command and returns its status. */
    static int run(Terminal terminal, String... arguments) {
        try {
            return commands(terminal).execute(arguments);
        } catch (Error e) {
            return failed(e, terminal);
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    private static CommandLine commands(Terminal terminal) {
        CommandLine model = new CommandLine(new ModelCommand(terminal))
                .addSubcommand(new ModelFunctions(terminal)).addSubcommand(new ModelBaselines(terminal))
                .addSubcommand(new ModelScenarios(terminal)).addSubcommand(new ModelShow(terminal))
                .addSubcommand(new ModelCheck(terminal));
        return new CommandLine(new Folioscope(terminal))
                .addSubcommand(new ReviewCommand(terminal)).addSubcommand(new CompareCommand(terminal))
                .addSubcommand(new RunCommand(terminal)).addSubcommand(model)
                .addSubcommand(new ExplainCommand(terminal)).addSubcommand(new TestCommand(terminal))
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setUsageHelpWidth(HELP_WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(new ArgumentTrouble(terminal))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, terminal));
    }

    private static int failed(Throwable exception, Terminal terminal) {
        if (exception instanceof Trouble || exception instanceof InvalidPathException) {
            terminal.say(exception.getMessage());
            return UNUSABLE;
        }
        terminal.say("this is a mistake of the program's own; please report it, with the input and these lines");
        exception.printStackTrace(terminal.err());
        return BROKEN;
    }
}
