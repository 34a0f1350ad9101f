package folioscope.skeleton.c;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text behind a hunk's {@code @@}: the last line at column 0 before the hunk, which most often is a function's head. */
record Heading(String text) {

    Heading {
        text = text.replaceAll("/\\*.*?(\\*/|$)", "").strip();
    }

    private static final Pattern AGGREGATE = Pattern
            .compile("(?:typedef\\s+|static\\s+|const\\s+|extern\\s+)*(struct|union|enum)\\s*(\\w*)\\s*\\{");
    private static final Pattern TABLE = Pattern.compile(
            "[^(]*?(\\w+)\\s*(?:\\[[^\\]]*\\]\\s*)*(?:\\s__\\w+\\s*)*=.*");
    private static final Pattern CALLED = Pattern.compile("(\\w+)\\s*\\(");
    private static final Pattern LABEL = Pattern.compile("\\w+\\s*:.*");
    private static final Pattern TABLE_TYPE = Pattern.compile("(struct\\s+\\w+)\\s+(\\w+)");

    /** What lines without a head stand in, as far as the heading says. */
    Piece.Kind kind() {
        Matcher aggregate = AGGREGATE.matcher(text);
        if (aggregate.matches()) {
            return aggregate.group(1).equals("enum") ? Piece.Kind.ENUM : Piece.Kind.STRUCT;
        }
        return TABLE.matcher(text).matches() ? Piece.Kind.TABLE : Piece.Kind.FUNCTION;
    }

    /** The name of the function, aggregate or table; empty if the heading does not give it. */
    String name() {
        String stripped = text;
        Matcher aggregate = AGGREGATE.matcher(stripped);
        if (aggregate.matches()) {
            return aggregate.group(2);
        }
        Matcher table = TABLE.matcher(stripped);
        if (table.matches()) {
            return table.group(1);
        }
        return stripped.endsWith(";") || LABEL.matcher(stripped).matches() ? "" : function(stripped);
    }

    /** The name of the variable where the heading is the cut beginning of a table. */
    String tableName() {
        String name = name();
        Matcher type = TABLE_TYPE.matcher(text);
        return name.isEmpty() && type.find() ? type.group(2) : name;
    }

    /** The table's type, {@code struct} of an unknown name if the heading does not give it. */
    String tableType() {
        Matcher type = TABLE_TYPE.matcher(text);
        return type.find() ? type.group(1) : "struct __fs_table";
    }

    private static String function(String head) {
        Matcher called = CALLED.matcher(head);
        while (called.find()) {
            String name = called.group(1);
            if (name.matches("(COMPAT_)?SYSCALL_DEFINE\\d")) {
                Matcher first = Pattern.compile("\\(\\s*(\\w+)").matcher(head);
                return first.find() ? (name.startsWith("C") ? "compat_sys_" : "sys_") + first.group(1) : "";
            }
            if (!name.startsWith("__attribute") && !name.equals("__printf") && !name.equals("__must_hold")
                    && !name.equals("__acquires") && !name.equals("__releases")) {
                return name;
            }
        }
        return "";
    }
}
