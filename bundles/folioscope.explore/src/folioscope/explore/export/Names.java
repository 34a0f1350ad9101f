package folioscope.explore.export;

import folioscope.explore.lower.Body;
import java.util.ArrayList;
import java.util.List;

/** What a function and its registers are called in the exported text: unlike any name of the text's own. */
final class Names {

    private final String function;
    private final List<String> registers = new ArrayList<>();

    Names(Body body) {
        function = "f_" + plain(body.name());
        for (int i = 0; i < body.registers(); i++) {
            String name = plain(body.names().getOrDefault(i, "").strip()) + "_";
            boolean taken = name.equals("_") || name.matches("t\\d+_") || registers.contains(name);
            registers.add(taken ? "t" + i + "_" : name);
        }
    }

    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9_]", "_");
    }

    String function() {
        return function;
    }

    String register(int number) {
        return registers.get(number);
    }

    List<String> registers() {
        return List.copyOf(registers);
    }
}
