package folioscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments, what was perhaps meant, and where help is. */
record ArgumentTrouble(Terminal terminal) implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        terminal.say(exception instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()
                ? unknown(unmatched.getUnmatched().get(0), command) : lowerCase(exception.getMessage()));
        terminal.say("'" + command.getCommandSpec().qualifiedName() + " --help' lists what there is");
        return Main.UNUSABLE;
    }

    private static String unknown(String argument, CommandLine command) {
        String word = argument.replaceFirst("=.*", "");
        List<String> known = new ArrayList<>(command.getSubcommands().keySet());
        command.getCommandSpec().options().forEach(o -> known.addAll(List.of(o.names())));
        return (word.startsWith("-") ? "there is no option " + word : "'" + word + "' is not understood here")
                + new Nearest(known).hint(word);
    }

    private static String lowerCase(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
