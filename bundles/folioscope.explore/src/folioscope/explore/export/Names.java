package folioscope.explore.export;

import folioscope.explore.lower.Body;
import java.util.ArrayList;
import java.util.List;

/** What a function's registers and labels are called in the exported text: names of the function's own, unlike any other. */
final class Names {

    private final String function;
    private final List<String> registers = new ArrayList<>();

    Names(Body body) {
        function = plain(body.name());
        for (int i = 0; i < body.registers(); i++) {
            String name = plain(body.names().getOrDefault(i, "").strip());
            String full = function + "__" + (name.isEmpty() ? "t" + i : name);
            registers.add(registers.contains(full) || name.matches("t\\d+") ? full + "_" + i : full);
        }
    }

    /** Letters, digits and low lines only. */
    static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9_]", "_");
    }

    String register(int number) {
        return registers.get(number);
    }

    List<String> registers() {
        return List.copyOf(registers);
    }

    /** The C function. */
    String function() {
        return "f_" + function;
    }

    String label(int number) {
        return "L" + number + "_" + function;
    }
}
