package folioscope.skeleton.c;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

import org.eclipse.cdt.core.dom.ast.IASTEqualsInitializer;
import org.eclipse.cdt.core.dom.ast.IASTInitializer;
import org.eclipse.cdt.core.dom.ast.IASTInitializerClause;
import org.eclipse.cdt.core.dom.ast.IASTInitializerList;
import org.eclipse.cdt.core.dom.ast.c.ICASTArrayDesignator;
import org.eclipse.cdt.core.dom.ast.c.ICASTDesignatedInitializer;
import org.eclipse.cdt.core.dom.ast.c.ICASTDesignator;
import org.eclipse.cdt.core.dom.ast.c.ICASTFieldDesignator;

import folioscope.skeleton.CText;
import folioscope.skeleton.Expr;

/**
 * Lifts initialisers. Array members with constant designators are put in their places, with zeros between them; one whose
 * index is not known here has the name {@code [INDEX]}.
 */
final class Initialisers {

    private static final long LONGEST_ARRAY = 1024;

    private final ExpressionLifter expressions;
    private final Constants constants;

    Initialisers(ExpressionLifter expressions, Constants constants) {
        this.expressions = expressions;
        this.constants = constants;
    }

    Expr lift(IASTInitializer initialiser) {
        return switch (initialiser) {
            case IASTEqualsInitializer equals -> expressions.lift(equals.getInitializerClause());
            case IASTInitializerList list -> list(list);
            default -> new Expr.Unknown(initialiser.getRawSignature());
        };
    }

    Expr.Init list(IASTInitializerList list) {
        List<Expr.Member> members = new ArrayList<>();
        for (IASTInitializerClause clause : list.getClauses()) {
            members.add(member(clause));
        }
        return new Expr.Init(placed(members));
    }

    private Expr.Member member(IASTInitializerClause clause) {
        if (!(clause instanceof ICASTDesignatedInitializer designated)) {
            return new Expr.Member("", expressions.lift(clause));
        }
        ICASTDesignator[] path = designated.getDesignators();
        Expr value = expressions.lift(designated.getOperand());
        for (int i = path.length - 1; i > 0; i--) {
            value = new Expr.Init(placed(List.of(new Expr.Member(name(path[i]), value))));
        }
        return new Expr.Member(path.length == 0 ? "" : name(path[0]), value);
    }

    private String name(ICASTDesignator designator) {
        if (designator instanceof ICASTFieldDesignator field) {
            return field.getName().toString();
        }
        if (designator instanceof ICASTArrayDesignator array) {
            Expr index = expressions.lift(array.getSubscriptExpression());
            OptionalLong value = constants.value(index);
            return '[' + (value.isPresent() ? Long.toString(value.getAsLong()) : CText.of(index)) + ']';
        }
        return "[?]";
    }

    private static List<Expr.Member> placed(List<Expr.Member> members) {
        if (members.stream().noneMatch(m -> m.name().startsWith("["))) {
            return members;
        }
        TreeMap<Long, Expr> places = new TreeMap<>();
        long next = 0;
        for (Expr.Member member : members) {
            if (!member.name().isEmpty()) {
                if (!member.name().matches("\\[\\d{1,4}\\]")) {
                    return members;
                }
                next = Long.parseLong(member.name().substring(1, member.name().length() - 1));
            }
            places.put(next++, member.value());
        }
        if (places.lastKey() > LONGEST_ARRAY) {
            return members;
        }
        Expr nothing = members.get(0).value() instanceof Expr.Init ? new Expr.Init(List.of()) : new Expr.Num(0);
        List<Expr.Member> all = new ArrayList<>();
        for (long i = 0; i <= places.lastKey(); i++) {
            all.add(new Expr.Member("", places.getOrDefault(i, nothing)));
        }
        return all;
    }
}
