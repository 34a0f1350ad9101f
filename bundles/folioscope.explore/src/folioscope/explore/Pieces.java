package folioscope.explore;

import folioscope.explore.compile.CodeCache;
import folioscope.explore.lower.Body;
import folioscope.explore.lower.JavaWriter;
import folioscope.explore.lower.Lowering;
import folioscope.explore.lower.Program;
import folioscope.explore.lower.Written;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The functions of a program, lowered and written when first asked for. */
final class Pieces {

    /** A function in all its forms. */
    record Piece(Body body, Written written) { }

    private final Program program;
    private final CodeCache cache;
    private final ConcurrentMap<String, Piece> pieces = new ConcurrentHashMap<>();

    /** The functions of a program, whose classes are kept in the cache. */
    Pieces(Program program, CodeCache cache) {
        this.program = program;
        this.cache = cache;
    }

    Piece piece(String name) {
        return pieces.computeIfAbsent(name, n -> {
            Body body = Lowering.of(program, program.function(n).orElseThrow());
            return new Piece(body, JavaWriter.write(body, false));
        });
    }

    CodeCache cache() {
        return cache;
    }

    /** The whole program as Java, with comments that say where it comes from. */
    String source() {
        StringBuilder source = new StringBuilder("import folioscope.explore.machine.*;\n");
        program.functions().forEach(f -> source.append("\n// ").append(JavaWriter.escaped(f.name() + " " + f.origin()))
                .append("\nfinal class F").append(program.number(f.name())).append(" extends Code {\n")
                .append(JavaWriter.write(Lowering.of(program, f), true).text()).append("}\n"));
        return source.toString();
    }
}
