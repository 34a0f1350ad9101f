package folioscope.skeleton.c;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.cdt.core.dom.ast.IASTArrayDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTArrayModifier;
import org.eclipse.cdt.core.dom.ast.IASTCompositeTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTElaboratedTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTEnumerationSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTNamedTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclSpecifier;

import folioscope.skeleton.Expr;
import folioscope.skeleton.Type;

/** Lifts types; typedefs of the same text are resolved. */
final class TypeLifter {

    /** The type of a macro's parameters. */
    static final String ANY = "__fs_any";

    private static final Type OPAQUE_POINTER = new Type("void", 1, 0);

    private final Reading reading;
    private final ExpressionLifter expressions;
    private final Constants constants;
    private final Map<String, Type> typedefs = new HashMap<>();

    TypeLifter(Reading reading, ExpressionLifter expressions, Constants constants) {
        this.reading = reading;
        this.expressions = expressions;
        this.constants = constants;
    }

    void define(String name, Type type) {
        typedefs.put(name, type);
    }

    static String name(IASTDeclarator declarator) {
        IASTDeclarator inner = declarator;
        while (inner.getNestedDeclarator() != null) {
            inner = inner.getNestedDeclarator();
        }
        return inner.getName().toString();
    }

    Type type(IASTDeclSpecifier specifier, IASTDeclarator declarator) {
        Type base = base(specifier);
        if (declarator instanceof IASTFunctionDeclarator && declarator.getNestedDeclarator() != null) {
            IASTDeclarator nested = declarator.getNestedDeclarator();
            return new Type(OPAQUE_POINTER.base(), OPAQUE_POINTER.pointers(), length(nested));
        }
        int pointers = base.pointers();
        int length = base.length();
        for (IASTDeclarator d = declarator; d != null; d = d.getNestedDeclarator()) {
            pointers += d.getPointerOperators().length;
            length = Math.max(length, length(d));
        }
        return new Type(base.base(), pointers, length);
    }

    /** A function's result. */
    Type returned(IASTDeclSpecifier specifier, IASTFunctionDeclarator declarator) {
        Type base = base(specifier);
        return new Type(base.base(), base.pointers() + declarator.getPointerOperators().length, 0);
    }

    /** A parameter's type: an array is a pointer. */
    Type parameter(IASTDeclSpecifier specifier, IASTDeclarator declarator) {
        Type type = type(specifier, declarator);
        boolean array = declarator instanceof IASTArrayDeclarator;
        return new Type(type.base(), type.pointers() + (array ? 1 : 0), 0);
    }

    Optional<Expr> initialiser(IASTDeclarator declarator) {
        return Optional.ofNullable(declarator.getInitializer()).map(expressions.initialisers()::lift);
    }

    Type base(IASTDeclSpecifier specifier) {
        return switch (specifier) {
            case IASTCompositeTypeSpecifier c -> new Type(keyword(c) + c.getName(), 0, 0);
            case IASTElaboratedTypeSpecifier e -> new Type(switch (e.getKind()) {
                case IASTElaboratedTypeSpecifier.k_enum -> "enum ";
                case IASTElaboratedTypeSpecifier.k_union -> "union ";
                default -> "struct ";
            } + e.getName(), 0, 0);
            case IASTEnumerationSpecifier e -> e.getName().toString().isEmpty() ? Type.INT : new Type("enum " + e.getName(), 0, 0);
            case IASTNamedTypeSpecifier n when n.getName().toString().equals(ANY) -> Type.UNKNOWN;
            case IASTNamedTypeSpecifier n -> typedefs.getOrDefault(n.getName().toString(),
                    new Type(n.getName().toString(), 0, 0));
            case IASTSimpleDeclSpecifier s -> simple(s);
            default -> Type.UNKNOWN;
        };
    }

    private static String keyword(IASTCompositeTypeSpecifier composite) {
        return composite.getKey() == IASTCompositeTypeSpecifier.k_union ? "union " : "struct ";
    }

    private static Type simple(IASTSimpleDeclSpecifier s) {
        StringBuilder name = new StringBuilder();
        name.append(s.isUnsigned() ? "unsigned " : "");
        if (s.isLongLong()) {
            name.append("long long");
        } else if (s.isLong()) {
            name.append("long");
        } else if (s.isShort()) {
            name.append("short");
        } else {
            name.append(switch (s.getType()) {
                case IASTSimpleDeclSpecifier.t_void -> "void";
                case IASTSimpleDeclSpecifier.t_char -> "char";
                case IASTSimpleDeclSpecifier.t_bool -> "bool";
                case IASTSimpleDeclSpecifier.t_float -> "float";
                case IASTSimpleDeclSpecifier.t_double -> "double";
                case IASTSimpleDeclSpecifier.t_typeof, IASTSimpleDeclSpecifier.t_auto -> "";
                default -> "int";
            });
        }
        return new Type(name.toString().strip(), 0, 0);
    }

    private int length(IASTDeclarator declarator) {
        if (!(declarator instanceof IASTArrayDeclarator array)) {
            return 0;
        }
        long all = 1;
        for (IASTArrayModifier modifier : array.getArrayModifiers()) {
            OptionalLong one = modifier.getConstantExpression() == null ? OptionalLong.of(given(declarator))
                    : constants.value(expressions.lift(modifier.getConstantExpression()));
            if (one.isEmpty()) {
                reading.unknownConstant(declarator, "array length is not a constant here: " + reading.text(modifier));
                return 0;
            }
            all *= one.getAsLong();
        }
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, all));
    }

    private long given(IASTDeclarator declarator) {
        return initialiser(declarator).map(i -> i instanceof Expr.Init list ? list.members().size() : 0).orElse(0);
    }
}
