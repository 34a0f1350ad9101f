package folioscope.explore;

import folioscope.explore.compile.CodeCache;
import folioscope.explore.lower.Body;
import folioscope.explore.lower.JavaWriter;
import folioscope.explore.lower.Lowering;
import folioscope.explore.lower.Program;
import folioscope.explore.machine.Code;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The functions of a program, lowered, written and compiled when first asked for. */
final class Pieces {

    private final Program program;
    private final CodeCache cache;
    private final PieceCache lowered;
    private final Map<String, PieceCache.Piece> pieces = new ConcurrentHashMap<>();
    private final Map<String, Code> compiled = new ConcurrentHashMap<>();
    private final Map<List<String>, Set<String>> closures = new ConcurrentHashMap<>();

    /** The functions of a program, whose classes and lowered forms are kept in the caches. */
    Pieces(Program program, CodeCache cache, PieceCache lowered) {
        this.program = program;
        this.lowered = lowered;
        this.cache = cache;
    }

    /** The functions of a variant of the program: those that are the same objects are taken over. */
    Pieces variant(Program other) {
        Pieces variant = new Pieces(other, cache, lowered);
        pieces.forEach((name, piece) -> {
            if (program.function(name).get() == other.function(name).get()) {
                variant.pieces.put(name, piece);
                Optional.ofNullable(compiled.get(name)).ifPresent(c -> variant.compiled.put(name, c));
            }
        });
        return variant;
    }

    PieceCache.Piece piece(String name) {
        return pieces.computeIfAbsent(name, n -> lowered.piece(program, program.function(n).orElseThrow()));
    }

    /** The functions of these names and all that they may call. */
    Set<String> closure(List<String> names) {
        return closures.computeIfAbsent(names, roots -> closure(roots, n -> false));
    }

    /** The functions of these names and all that they may call, without those that are known and what these may call. */
    Set<String> closure(List<String> names, Predicate<String> known) {
        Set<String> wanted = new LinkedHashSet<>();
        for (String root : names) {
            List<String> open = new ArrayList<>(List.of(root));
            while (!open.isEmpty()) {
                String name = open.remove(open.size() - 1);
                if (program.function(name).isPresent() && !known.test(name) && wanted.add(name)) {
                    Body body = piece(name).body();
                    open.addAll(body.callees());
                    for (String mentioned : body.mentioned()) {
                        open.add(mentioned);
                        program.global(mentioned).ifPresent(g -> open.addAll(g.mentions()));
                    }
                }
            }
        }
        return wanted;
    }

    /** Compiles functions in one go. */
    void require(Collection<String> names) {
        List<String> fresh = names.stream().filter(n -> !compiled.containsKey(n)).toList();
        if (!fresh.isEmpty()) {
            List<Code> codes = cache.compiled(fresh.stream().map(n -> piece(n).text()).toList());
            for (int i = 0; i < fresh.size(); i++) {
                compiled.put(fresh.get(i), codes.get(i));
            }
        }
    }

    /** A function's code for one exploration; the function has been {@link #require required}. */
    Code code(String name) {
        return compiled.get(name).fresh();
    }

    /** The whole program as Java, with comments that say where it comes from. */
    String source() {
        StringBuilder source = new StringBuilder("import folioscope.explore.machine.*;\n");
        program.functions().forEach(f -> source.append("\n// ").append(JavaWriter.escaped(f.name() + " " + f.origin()))
                .append("\nfinal class F").append(program.number(f.name())).append(" extends Code {\n")
                .append(JavaWriter.write(Lowering.of(program, f).body(), true).text())
                .append("\n    public Code fresh() {\n        return new F").append(program.number(f.name()))
                .append("();\n    }\n}\n"));
        return source.toString();
    }
}
