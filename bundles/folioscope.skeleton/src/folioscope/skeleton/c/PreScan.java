package folioscope.skeleton.c;

import java.util.Map;

/** Finds the macros that a text uses as syntax, and defines them for the parser. */
final class PreScan {

    /** Prefix of the call that stands for a block macro's head. */
    static final String BLOCK = "__blk_";

    private PreScan() {
    }

    static Map<String, String> of(String text) {
        return Map.of();
    }
}
