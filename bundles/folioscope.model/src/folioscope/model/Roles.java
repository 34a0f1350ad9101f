package folioscope.model;

import java.util.Optional;
import java.util.TreeMap;

/** Which functions of drivers and filesystems play the part of a function of the model. */
public record Roles(TreeMap<String, String> modelled) {

    /** Reads lines {@code model function<TAB>kernel path<TAB>kernel function}; {@code #} starts a comment line. */
    static Roles parse(String table) {
        TreeMap<String, String> map = new TreeMap<>();
        table.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).map(l -> l.split("\t"))
                .filter(c -> c.length >= 3).forEach(c -> map.put(c[1] + ":" + c[2], c[0]));
        return new Roles(map);
    }

    /** The model's function whose part a kernel function plays. */
    public Optional<String> of(String path, String function) {
        return Optional.ofNullable(modelled.get(path + ":" + function));
    }
}
