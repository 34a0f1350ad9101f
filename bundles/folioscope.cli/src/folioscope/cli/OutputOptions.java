package folioscope.cli;

import folioscope.report.Format;
import folioscope.report.Formats;
import folioscope.report.Look;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** In which form results go where. */
final class OutputOptions {

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text",
            description = "text for people, json for programs (${DEFAULT-VALUE}).")
    private String format;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the result to FILE, not to standard output.")
    private String output = "";

    @Option(names = "--no-trace", description = "In text, leave out the steps.")
    private boolean withoutTraces;

    @Option(names = "--color", paramLabel = "auto|always|never", defaultValue = "auto",
            description = "Colours in text; auto means on a terminal, unless NO_COLOR is set (${DEFAULT-VALUE}).")
    private String colour;

    /** The format asked for. */
    Format format(Terminal terminal) throws Trouble {
        Look look = new Look(colours(terminal), !withoutTraces);
        return Formats.named(format, look).orElseThrow(() -> new Trouble("--format " + format + ": there is no such format; there are "
                + Formats.all(look).stream().map(Format::name).collect(Collectors.joining(", "))));
    }

    private boolean colours(Terminal terminal) throws Trouble {
        return switch (colour) {
            case "always" -> true;
            case "never" -> false;
            case "auto" -> terminal.colour() && output.isEmpty();
            default -> throw new Trouble("--color " + colour + ": write auto, always or never");
        };
    }

    /** Where results go; empty for standard output. */
    String output() {
        return output;
    }

    /** Writes a result, in UTF-8. */
    void write(String text, Terminal terminal) throws Trouble {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (output.isEmpty()) {
            terminal.out().write(bytes, 0, bytes.length);
            terminal.out().flush();
            return;
        }
        try {
            Files.write(Path.of(output), bytes);
        } catch (IOException e) {
            throw new Trouble("--output " + output + ": cannot be written: " + e.getMessage());
        }
    }
}
