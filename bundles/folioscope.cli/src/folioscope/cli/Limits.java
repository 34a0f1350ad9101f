package folioscope.cli;

import picocli.CommandLine.Option;

/** How far one exploration may go. */
final class Limits {

    @Option(names = "--max-states", paramLabel = "N", defaultValue = "200000",
            description = "States to visit in one run of a scenario, at most (${DEFAULT-VALUE}).")
    private long states;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "30", description = {
        "Time for one run of a scenario, at most (${DEFAULT-VALUE}).",
        "A run that is cut short is inconclusive: it never says that something holds." })
    private int seconds;

    /** Distinct states for one exploration. */
    long states() throws Trouble {
        if (states < 1) {
            throw new Trouble("--max-states " + states + ": at least 1 state has to be visited");
        }
        return states;
    }

    /** Wall time for one exploration, in milliseconds. */
    long millis() throws Trouble {
        if (seconds < 1) {
            throw new Trouble("--timeout " + seconds + ": give it at least 1 second");
        }
        return seconds * 1000L;
    }
}
