package folioscope.explore;

import folioscope.explore.compile.CodeCache;
import folioscope.explore.lower.Body;
import folioscope.explore.lower.JavaWriter;
import folioscope.explore.lower.Lowering;
import folioscope.explore.lower.Program;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The functions of a program, lowered and written when first asked for. */
final class Pieces {

    private final Program program;
    private final CodeCache cache;
    private final PieceCache.Shelf shelf;
    private final ConcurrentMap<String, PieceCache.Piece> pieces = new ConcurrentHashMap<>();

    /** The functions of a program, whose classes are kept in the cache, and which are kept themselves on the shelf. */
    Pieces(Program program, CodeCache cache, PieceCache.Shelf shelf) {
        this.program = program;
        this.shelf = shelf;
        this.cache = cache;
    }

    PieceCache.Piece piece(String name) {
        return pieces.computeIfAbsent(name, n -> shelf.piece(program.function(n).orElseThrow(), function -> {
            Body body = Lowering.of(program, function);
            return new PieceCache.Piece(body, JavaWriter.write(body, false));
        }));
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
