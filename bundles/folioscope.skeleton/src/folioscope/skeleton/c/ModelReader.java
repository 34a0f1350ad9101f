package folioscope.skeleton.c;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.cdt.core.dom.ast.IASTProblem;
import org.eclipse.cdt.core.dom.ast.IASTTranslationUnit;

import folioscope.skeleton.Origin;
import folioscope.skeleton.Problem;
import folioscope.skeleton.ReadUnit;
import folioscope.skeleton.Unit;

/** Reads whole files: their conditionals are decided, their own macros expanded. */
public final class ModelReader {

    private static final String KERNEL_VERSION = "(((a) << 16) + ((b) << 8) + ((c) > 255 ? 255 : (c)))";

    private ModelReader() {
    }

    /** See {@link folioscope.skeleton.ModelText#read}. */
    public static ReadUnit read(String path, String text, Map<String, String> defines) {
        Map<String, String> definitions = new LinkedHashMap<>(Prelude.definitions());
        definitions.putAll(PreScan.of(text));
        definitions.put("KERNEL_VERSION(a,b,c)", KERNEL_VERSION);
        definitions.putAll(defines);
        IASTTranslationUnit file = CParser.parse(path, text, definitions);
        Reading reading = new Reading(path, Origin.Side.MODEL, text, line -> line);
        Unit unit = new DeclarationLifter(reading).lift(file);
        for (IASTProblem problem : file.getPreprocessorProblems()) {
            if (problem.getID() != IASTProblem.PREPROCESSOR_INCLUSION_NOT_FOUND) {
                reading.problem(problem, problem.getMessage());
            }
        }
        return new ReadUnit(unit, reading.problems().stream().sorted(Comparator.comparing(Problem::origin)).toList());
    }
}
