package folioscope.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments, what was perhaps meant, and where help is. */
record ArgumentTrouble(Terminal terminal) implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        terminal.say(message(exception));
        List<String> meant = exception instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        if (!meant.isEmpty()) {
            terminal.say("perhaps you mean " + String.join(" or ", meant.subList(0, Math.min(3, meant.size()))));
        }
        terminal.say("'" + name + " --help' lists what there is");
        return Main.UNUSABLE;
    }

    private static String message(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            String first = unmatched.getUnmatched().get(0);
            return first.startsWith("-") ? "there is no option " + first : "'" + first + "' is not understood here";
        }
        String text = exception.getMessage();
        return text.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
