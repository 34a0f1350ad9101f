package folioscope.report;

import java.util.List;
import java.util.Optional;

/** All formats. A new one is a class and a line here. */
public final class Formats {

    private Formats() {
    }

    /** All formats, the usual one first. */
    public static List<Format> all(Look look) {
        return List.of(
                new TextFormat(look),
                new JsonFormat());
    }

    /** The format of that name. */
    public static Optional<Format> named(String name, Look look) {
        return all(look).stream().filter(f -> f.name().equals(name)).findFirst();
    }
}
