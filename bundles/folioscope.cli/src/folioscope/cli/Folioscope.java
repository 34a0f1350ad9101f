package folioscope.cli;

import folioscope.report.Product;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program itself: says what commands there are. */
@Command(name = "folioscope", version = Product.NAME, mixinStandardHelpOptions = true, sortOptions = false,
        synopsisSubcommandLabel = "COMMAND", commandListHeading = "%nCommands:%n",
        description = {
            "",
            "Reads Linux kernel patches that change how ZONE_DEVICE pages (FS DAX, device DAX, device-private and "
                + "device-coherent memory, P2PDMA) are counted, mapped, waited for and freed, merges them into an executable "
                + "model of a page's life, runs the model's scenarios through all interleavings before and after, and says "
                + "what will behave differently, for each pgmap type.", "" },
        footer = {
            "",
            "Examples:",
            "  folioscope review 0001-mm-gup.patch           what does this patch change?",
            "  git format-patch -3 --stdout | folioscope review -",
            "  b4 am -o - MESSAGE-ID | folioscope review --format json -",
            "  folioscope compare v8.mbox v9.mbox            what does a new version of a series predict anew?",
            "  folioscope run S09                            runs one scenario on the newest kernel's model",
            "  folioscope model show put_page --kernel 5.17  the model's put_page() at v5.17",
            "  folioscope explain lost-wake                  what does a prediction's word mean?",
            "  folioscope test DIR                           every patch of DIR as a test case, for CI jobs",
            "",
            "'folioscope COMMAND --help' says more. Exit status: 0 nothing found, 1 something found, 2 input or",
            "arguments unusable, 130 interrupted." })
final class Folioscope implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    Folioscope(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandLine command = spec.commandLine();
        command.usage(terminal.err(), command.getColorScheme());
        return Main.UNUSABLE;
    }
}
