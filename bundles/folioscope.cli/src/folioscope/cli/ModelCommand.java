package folioscope.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What does the model know? */
@Command(name = "model", mixinStandardHelpOptions = true, sortOptions = false, synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        description = { "Shows the model: the kernel's functions in short, written in C, for each kernel version." },
        footer = {
            "",
            "Examples:",
            "  folioscope model baselines",
            "  folioscope model functions --kernel 6.14",
            "  folioscope model show free_zone_device_folio" })
final class ModelCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    ModelCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandLine command = spec.commandLine();
        command.usage(terminal.err(), command.getColorScheme());
        return Main.UNUSABLE;
    }
}
