package folioscope.skeleton.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.eclipse.cdt.core.dom.ast.IASTArraySubscriptExpression;
import org.eclipse.cdt.core.dom.ast.IASTBinaryExpression;
import org.eclipse.cdt.core.dom.ast.IASTCastExpression;
import org.eclipse.cdt.core.dom.ast.IASTConditionalExpression;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTExpressionList;
import org.eclipse.cdt.core.dom.ast.IASTFieldReference;
import org.eclipse.cdt.core.dom.ast.IASTFunctionCallExpression;
import org.eclipse.cdt.core.dom.ast.IASTIdExpression;
import org.eclipse.cdt.core.dom.ast.IASTInitializerClause;
import org.eclipse.cdt.core.dom.ast.IASTInitializerList;
import org.eclipse.cdt.core.dom.ast.IASTLiteralExpression;
import org.eclipse.cdt.core.dom.ast.IASTTypeIdExpression;
import org.eclipse.cdt.core.dom.ast.IASTUnaryExpression;

import folioscope.skeleton.Expr;

/** Lifts expressions: what the IR has no word for becomes {@link Expr.Unknown}. */
final class ExpressionLifter {

    /** What {@link Repair} puts where a fragment cuts an expression. */
    static final Expr CUT = new Expr.Unknown("...");

    private static final Set<String> CUT_NAMES = Set.of("__u", "__U");
    private static final Set<String> SCALARS = Set.of("u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64", "bool");
    private static final String[] OPERATORS = { "", "*", "/", "%", "+", "-", "<<", ">>", "<", ">", "<=", ">=", "&", "^",
            "|", "&&", "||", "=", "*=", "/=", "%=", "+=", "-=", "<<=", ">>=", "&=", "^=", "|=", "==", "!=" };

    private final Reading reading;
    private final Initialisers initialisers;

    ExpressionLifter(Reading reading, Constants constants) {
        this.reading = reading;
        this.initialisers = new Initialisers(this, constants);
    }

    /** The expression; no lifted expression is ever missing, so an absent one is unknown. */
    Expr lift(IASTInitializerClause node) {
        return switch (node) {
            case null -> new Expr.Unknown("");
            case IASTIdExpression id -> name(id.getName().toString());
            case IASTLiteralExpression literal -> literal(literal);
            case IASTFieldReference field -> new Expr.Field(lift(field.getFieldOwner()),
                    field.getFieldName().toString(), field.isPointerDereference());
            case IASTArraySubscriptExpression index -> new Expr.Index(lift(index.getArrayExpression()),
                    lift(index.getArgument()));
            case IASTFunctionCallExpression call -> call(call);
            case IASTUnaryExpression unary -> unary(unary);
            case IASTBinaryExpression binary -> binary(binary);
            case IASTConditionalExpression conditional -> conditional(conditional);
            case IASTCastExpression cast -> lift(cast.getOperand());
            case IASTExpressionList list -> list(list);
            case IASTInitializerList list -> initialisers.list(list);
            case IASTTypeIdExpression type when type.getOperator() == IASTTypeIdExpression.op_sizeof
                    || type.getOperator() == IASTTypeIdExpression.op_alignof -> new Expr.Num(1);
            default -> new Expr.Unknown(reading.text(node));
        };
    }

    /** A condition: one that the fragment cuts is unknown as a whole. */
    Expr condition(IASTExpression node) {
        Expr lifted = lift(node);
        return cut(lifted) ? new Expr.Unknown(reading.text(node)) : lifted;
    }

    /** Whether an operand, not merely an argument of a call, is cut off. */
    static boolean cut(Expr expr) {
        return switch (expr) {
            case Expr.Unknown u -> u.equals(CUT);
            case Expr.Binary b -> cut(b.left()) || cut(b.right());
            case Expr.Unary u -> cut(u.operand());
            case Expr.Conditional c -> cut(c.condition()) || cut(c.yes()) || cut(c.no());
            case Expr.Assign a -> cut(a.target()) || cut(a.value());
            case Expr.Call c -> cut(c.callee());
            case Expr.Index i -> cut(i.base()) || cut(i.index());
            case Expr.Field f -> cut(f.base());
            default -> false;
        };
    }

    Initialisers initialisers() {
        return initialisers;
    }

    private static Expr name(String name) {
        if (CUT_NAMES.contains(name)) {
            return CUT;
        }
        return switch (name) {
            case "NULL", "false" -> new Expr.Num(0);
            case "true" -> new Expr.Num(1);
            default -> new Expr.Name(name);
        };
    }

    private static Expr literal(IASTLiteralExpression literal) {
        String text = new String(literal.getValue());
        return switch (literal.getKind()) {
            case IASTLiteralExpression.lk_integer_constant -> Literals.number(text);
            case IASTLiteralExpression.lk_char_constant -> Literals.character(text);
            case IASTLiteralExpression.lk_string_literal -> Literals.string(text);
            case IASTLiteralExpression.lk_true -> new Expr.Num(1);
            case IASTLiteralExpression.lk_false, IASTLiteralExpression.lk_nullptr -> new Expr.Num(0);
            default -> new Expr.Unknown(text);
        };
    }

    private Expr call(IASTFunctionCallExpression call) {
        List<Expr> arguments = new ArrayList<>();
        for (IASTInitializerClause argument : call.getArguments()) {
            arguments.add(lift(argument));
        }
        if (typeInParentheses(call.getFunctionNameExpression()) && arguments.size() == 1) {
            return arguments.get(0);
        }
        Expr callee = lift(call.getFunctionNameExpression());
        if (callee instanceof Expr.Unary u && u.op().equals("*")) {
            callee = u.operand();
        }
        if (!(callee instanceof Expr.Name name)) {
            return new Expr.Call(callee, arguments);
        }
        return WellKnownCalls.lift(name.name(), arguments);
    }

    /** {@code (pfn_t)(f(x))} comes from the parser as a call: it cannot know that the name is a type. */
    private static boolean typeInParentheses(IASTExpression function) {
        return function instanceof IASTUnaryExpression u && u.getOperator() == IASTUnaryExpression.op_bracketedPrimary
                && u.getOperand() instanceof IASTIdExpression id && isTypeName(id.getName().toString());
    }

    private static boolean isTypeName(String name) {
        return name.endsWith("_t") || SCALARS.contains(name);
    }

    private Expr unary(IASTUnaryExpression unary) {
        Expr operand = lift(unary.getOperand());
        return switch (unary.getOperator()) {
            case IASTUnaryExpression.op_bracketedPrimary, IASTUnaryExpression.op_plus -> operand;
            case IASTUnaryExpression.op_minus -> operand instanceof Expr.Num n ? new Expr.Num(-n.value())
                    : new Expr.Unary("-", operand);
            case IASTUnaryExpression.op_not -> new Expr.Unary("!", operand);
            case IASTUnaryExpression.op_tilde -> new Expr.Unary("~", operand);
            case IASTUnaryExpression.op_star -> new Expr.Unary("*", operand);
            case IASTUnaryExpression.op_amper -> new Expr.Unary("&", operand);
            case IASTUnaryExpression.op_prefixIncr -> new Expr.Unary("++x", operand);
            case IASTUnaryExpression.op_prefixDecr -> new Expr.Unary("--x", operand);
            case IASTUnaryExpression.op_postFixIncr -> new Expr.Unary("x++", operand);
            case IASTUnaryExpression.op_postFixDecr -> new Expr.Unary("x--", operand);
            case IASTUnaryExpression.op_sizeof, IASTUnaryExpression.op_alignOf -> new Expr.Num(1);
            default -> new Expr.Unknown(reading.text(unary));
        };
    }

    private Expr binary(IASTBinaryExpression binary) {
        int code = binary.getOperator();
        Expr right = lift(binary.getInitOperand2());
        if (code <= 0 || code >= OPERATORS.length) {
            return new Expr.Unknown(reading.text(binary));
        }
        String op = OPERATORS[code];
        if (typeInParentheses(binary.getOperand1()) && Set.of("*", "&", "-", "+").contains(op)) {
            return op.equals("+") ? right : new Expr.Unary(op, right);
        }
        Expr left = lift(binary.getOperand1());
        boolean assignment = code >= IASTBinaryExpression.op_assign && code <= IASTBinaryExpression.op_binaryOrAssign;
        return assignment ? new Expr.Assign(op, left, right) : new Expr.Binary(op, left, right);
    }

    private static boolean typeInParentheses(IASTInitializerClause operand) {
        return operand instanceof IASTExpression e && typeInParentheses(e);
    }

    private Expr conditional(IASTConditionalExpression node) {
        Expr condition = lift(node.getLogicalConditionExpression());
        Expr yes = node.getPositiveResultExpression() == null ? condition : lift(node.getPositiveResultExpression());
        return new Expr.Conditional(condition, yes, lift(node.getNegativeResultExpression()));
    }

    private Expr list(IASTExpressionList list) {
        IASTExpression[] parts = list.getExpressions();
        Expr all = lift(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            all = new Expr.Binary(",", all, lift(parts[i]));
        }
        return all;
    }
}
