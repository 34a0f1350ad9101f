package folioscope.explore.compile;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ClassFile;
import org.eclipse.jdt.internal.compiler.CompilationResult;
import org.eclipse.jdt.internal.compiler.Compiler;
import org.eclipse.jdt.internal.compiler.DefaultErrorHandlingPolicies;
import org.eclipse.jdt.internal.compiler.batch.CompilationUnit;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileConstants;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileReader;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFormatException;
import org.eclipse.jdt.internal.compiler.env.INameEnvironment;
import org.eclipse.jdt.internal.compiler.env.NameEnvironmentAnswer;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import org.eclipse.jdt.internal.compiler.problem.DefaultProblemFactory;

/** Compiles generated Java in memory with JDT's compiler. */
final class Compilation {

    private final Map<String, NameEnvironmentAnswer> types = new ConcurrentHashMap<>();

    /**
     * The bytecode of each class of a source file, by name. A generated file always compiles: anything else is our
     * bug.
     */
    Map<String, byte[]> compile(String name, String source) {
        Map<String, byte[]> classes = new TreeMap<>();
        List<String> errors = new ArrayList<>();
        Compiler compiler = new Compiler(new Types(), DefaultErrorHandlingPolicies.exitAfterAllProblems(), options(),
                result -> accept(result, classes, errors), new DefaultProblemFactory(Locale.ROOT));
        compiler.compile(new CompilationUnit[] { new CompilationUnit(source.toCharArray(), name + ".java", "UTF-8") });
        if (!errors.isEmpty()) {
            throw new IllegalStateException("generated code does not compile: " + errors.get(0));
        }
        return classes;
    }

    private static void accept(CompilationResult result, Map<String, byte[]> classes, List<String> errors) {
        if (result.hasErrors()) {
            errors.add(result.getErrors()[0].toString());
            return;
        }
        for (ClassFile file : result.getClassFiles()) {
            classes.put(CharOperation.toString(file.getCompoundName()), file.getBytes());
        }
    }

    private static CompilerOptions options() {
        CompilerOptions options = new CompilerOptions();
        options.complianceLevel = ClassFileConstants.JDK17;
        options.sourceLevel = ClassFileConstants.JDK17;
        options.targetJDK = ClassFileConstants.JDK17;
        options.produceDebugAttributes = ClassFileConstants.ATTR_LINES;
        options.preserveAllLocalVariables = true;
        options.processAnnotations = false;
        options.storeAnnotations = false;
        options.docCommentSupport = false;
        return options;
    }

    /** Finds the few types that generated code names. */
    private final class Types implements INameEnvironment {

        private static final NameEnvironmentAnswer NONE =
                new NameEnvironmentAnswer(new CompilationUnit(new char[0], "", "UTF-8"), null);

        @Override
        public NameEnvironmentAnswer findType(char[][] name) {
            return find(CharOperation.toString(name).replace('.', '/'));
        }

        @Override
        public NameEnvironmentAnswer findType(char[] type, char[][] path) {
            String folder = CharOperation.toString(path).replace('.', '/');
            return find(folder.isEmpty() ? new String(type) : folder + "/" + new String(type));
        }

        private NameEnvironmentAnswer find(String path) {
            NameEnvironmentAnswer answer = types.computeIfAbsent(path, this::read);
            return answer == NONE ? null : answer;
        }

        private NameEnvironmentAnswer read(String path) {
            if (path.indexOf('/') < 0) {
                return NONE;
            }
            ClassLoader loader = Compilation.class.getClassLoader();
            try (InputStream in = loader.getResourceAsStream(path + ".class")) {
                return in == null ? NONE
                        : new NameEnvironmentAnswer(ClassFileReader.read(in.readAllBytes(), path, true), null);
            } catch (IOException | ClassFormatException e) {
                return NONE;
            }
        }

        @Override
        public boolean isPackage(char[][] parents, char[] name) {
            String path = CharOperation.toString(parents).replace('.', '/');
            String whole = path.isEmpty() ? new String(name) : path + "/" + new String(name);
            return "java/lang".startsWith(whole) || "java/io".startsWith(whole)
                    || "folioscope/explore/machine".startsWith(whole);
        }

        @Override
        public void cleanup() {
            // types stay known
        }
    }
}
