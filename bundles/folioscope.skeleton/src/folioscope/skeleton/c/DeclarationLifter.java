package folioscope.skeleton.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.cdt.core.dom.ast.IASTCompositeTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTEnumerationSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDefinition;
import org.eclipse.cdt.core.dom.ast.IASTParameterDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTProblemDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTStandardFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTTranslationUnit;

import folioscope.skeleton.Enumerator;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Struct;
import folioscope.skeleton.Type;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Variable;

/** Lifts what stands at file level. Prototypes and {@code extern} declarations declare nothing. */
final class DeclarationLifter {

    private final Reading reading;
    private final Constants constants = new Constants();
    private final ExpressionLifter expressions;
    private final TypeLifter types;
    private final StatementLifter statements;
    private final List<Struct> structs = new ArrayList<>();
    private final List<Enumerator> enumerators = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();
    private final List<Function> functions = new ArrayList<>();
    private final List<Integer> functionLines = new ArrayList<>();

    DeclarationLifter(Reading reading) {
        this.reading = reading;
        this.expressions = new ExpressionLifter(reading, constants);
        this.types = new TypeLifter(reading, expressions, constants);
        this.statements = new StatementLifter(reading, expressions, types);
    }

    Unit lift(IASTTranslationUnit file) {
        Comments comments = new Comments(reading, file);
        IASTDeclaration previous = null;
        for (IASTDeclaration declaration : file.getDeclarations()) {
            switch (declaration) {
                case IASTFunctionDefinition f -> {
                    functions.add(function(f, comments.before(f, previous)));
                    functionLines.add(reading.startLine(f));
                }
                case IASTSimpleDeclaration s -> simple(s);
                case IASTProblemDeclaration p -> reading.problem(p, "not read as C: " + reading.text(p));
                default -> { }
            }
            previous = declaration;
        }
        return new Unit(structs, enumerators, variables, functions);
    }

    /** For each lifted function the line of the parsed text that it begins on. */
    List<Integer> functionLines() {
        return functionLines;
    }

    private Function function(IASTFunctionDefinition node, String comment) {
        IASTFunctionDeclarator declarator = node.getDeclarator();
        List<Function.Parameter> parameters = new ArrayList<>();
        if (declarator instanceof IASTStandardFunctionDeclarator standard) {
            for (IASTParameterDeclaration parameter : standard.getParameters()) {
                Type type = types.parameter(parameter.getDeclSpecifier(), parameter.getDeclarator());
                String name = TypeLifter.name(parameter.getDeclarator());
                if (!type.equals(new Type("void", 0, 0)) || !name.isEmpty()) {
                    parameters.add(new Function.Parameter(type, name));
                }
            }
        }
        if (!TypeLifter.name(declarator).startsWith(Repair.FRAGMENT)) {
            reading.lifted(reading.startLine(node), Math.max(reading.startLine(node), reading.startLine(node.getBody())));
        }
        return new Function(TypeLifter.name(declarator), types.returned(node.getDeclSpecifier(), declarator), parameters,
                statements.block(node.getBody()), List.of(), comment, reading.at(reading.startLine(declarator)));
    }

    private void simple(IASTSimpleDeclaration node) {
        IASTDeclSpecifier specifier = node.getDeclSpecifier();
        boolean typedef = specifier.getStorageClass() == IASTDeclSpecifier.sc_typedef;
        reading.lifted(node);
        String fallback = node.getDeclarators().length > 0 ? TypeLifter.name(node.getDeclarators()[0]) : "";
        Type base = define(specifier, typedef ? fallback : fallback.isEmpty() ? "" : "__anonymous_" + fallback);
        for (IASTDeclarator declarator : node.getDeclarators()) {
            Type type = declared(base, types.type(specifier, declarator));
            String name = TypeLifter.name(declarator);
            if (typedef) {
                types.define(name, type);
            } else if (specifier.getStorageClass() != IASTDeclSpecifier.sc_extern && !prototype(declarator)
                    && !name.isEmpty()) {
                variables.add(new Variable(type, name, types.initialiser(declarator),
                        reading.at(reading.startLine(declarator))));
            }
        }
    }

    /** The declared type where the specifier's own name may be missing. */
    private static Type declared(Type base, Type type) {
        boolean anonymous = type.base().equals("struct ") || type.base().equals("union ");
        return anonymous ? new Type(base.base(), type.pointers(), type.length()) : type;
    }

    private static boolean prototype(IASTDeclarator declarator) {
        return declarator instanceof IASTFunctionDeclarator && declarator.getNestedDeclarator() == null;
    }

    /** Takes in what a specifier defines; {@code name} is for a struct that has none. */
    private Type define(IASTDeclSpecifier specifier, String name) {
        if (specifier instanceof IASTEnumerationSpecifier e) {
            enumerate(e);
        }
        if (specifier instanceof IASTCompositeTypeSpecifier c) {
            String own = c.getName().toString();
            Struct struct = struct(c, own.isEmpty() ? name : own);
            structs.add(struct);
            return new Type((struct.union() ? "union " : "struct ") + struct.name(), 0, 0);
        }
        return types.base(specifier);
    }

    private Struct struct(IASTCompositeTypeSpecifier node, String name) {
        List<Struct.Member> members = new ArrayList<>();
        for (IASTDeclaration member : node.getMembers()) {
            if (member instanceof IASTSimpleDeclaration simple) {
                members.addAll(members(simple));
            } else {
                reading.problem(member, "not read as a member: " + reading.text(member));
            }
        }
        return new Struct(name, node.getKey() == IASTCompositeTypeSpecifier.k_union, members, reading.origin(node));
    }

    private List<Struct.Member> members(IASTSimpleDeclaration node) {
        Optional<Struct> inner = Optional.empty();
        IASTDeclSpecifier specifier = node.getDeclSpecifier();
        if (specifier instanceof IASTEnumerationSpecifier e) {
            enumerate(e);
        } else if (specifier instanceof IASTCompositeTypeSpecifier c) {
            if (c.getName().toString().isEmpty()) {
                inner = Optional.of(struct(c, ""));
            } else {
                structs.add(struct(c, c.getName().toString()));
            }
        }
        if (node.getDeclarators().length == 0) {
            return inner.map(i -> List.of(new Struct.Member(types.base(specifier), "", Optional.of(i)))).orElse(List.of());
        }
        List<Struct.Member> members = new ArrayList<>();
        for (IASTDeclarator declarator : node.getDeclarators()) {
            members.add(new Struct.Member(types.type(specifier, declarator), TypeLifter.name(declarator), inner));
        }
        return members;
    }

    private void enumerate(IASTEnumerationSpecifier node) {
        OptionalLong next = OptionalLong.of(0);
        for (IASTEnumerationSpecifier.IASTEnumerator enumerator : node.getEnumerators()) {
            if (enumerator.getValue() != null) {
                Expr value = expressions.lift(enumerator.getValue());
                next = constants.value(value);
                if (next.isEmpty()) {
                    reading.unknownConstant(enumerator, "the value of " + enumerator.getName() + " is not a constant here: "
                            + reading.text(enumerator.getValue()));
                }
            }
            long value = next.orElse(0);
            String name = enumerator.getName().toString();
            constants.define(name, value);
            Origin origin = reading.origin(enumerator);
            enumerators.add(new Enumerator(node.getName().toString(), name, value, origin));
            next = OptionalLong.of(value + 1);
        }
    }
}
