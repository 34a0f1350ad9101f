package folioscope.skeleton;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints expressions and statement heads as C on one line, always in the same way: one blank around binary operators, no
 * parentheses that the grammar does not ask for. Equal text means equal IR, but for the arrows of {@link Expr.Wait}.
 */
public final class CText {

    private static final int COMMA = 0;
    private static final int ASSIGN = 1;
    private static final int CONDITIONAL = 2;
    private static final int UNARY = 13;
    private static final int POSTFIX = 14;

    /** The ten levels of C's binary operators, weakest first from 3 on. */
    private static final Map<String, Integer> LEVELS = Map.ofEntries(Map.entry(",", COMMA), Map.entry("||", 3),
            Map.entry("&&", 4), Map.entry("|", 5), Map.entry("^", 6), Map.entry("&", 7), Map.entry("==", 8),
            Map.entry("!=", 8), Map.entry("<", 9), Map.entry(">", 9), Map.entry("<=", 9), Map.entry(">=", 9),
            Map.entry("<<", 10), Map.entry(">>", 10), Map.entry("+", 11), Map.entry("-", 11), Map.entry("*", 12),
            Map.entry("/", 12), Map.entry("%", 12));

    private CText() {
    }

    /** The expression as C. */
    public static String of(Expr expr) {
        return switch (expr) {
            case Expr.Num n -> Long.toString(n.value());
            case Expr.Text t -> '"' + t.value() + '"';
            case Expr.Name n -> n.name();
            case Expr.Field f -> at(f.base(), POSTFIX) + (f.arrow() ? "->" : ".") + f.name();
            case Expr.Index i -> at(i.base(), POSTFIX) + '[' + of(i.index()) + ']';
            case Expr.Call c -> at(c.callee(), POSTFIX) + arguments(c.arguments());
            case Expr.Unary u -> unary(u);
            case Expr.Binary b -> binary(b);
            case Expr.Conditional c -> at(c.condition(), CONDITIONAL + 1) + " ? " + at(c.yes(), ASSIGN) + " : "
                    + at(c.no(), CONDITIONAL);
            case Expr.Assign a -> at(a.target(), UNARY) + ' ' + a.op() + ' ' + at(a.value(), ASSIGN);
            case Expr.Wait w -> "__wait" + arguments(List.of(w.key(), w.condition(), w.command()));
            case Expr.Init i -> i.members().isEmpty() ? "{ }"
                    : i.members().stream().map(CText::member).collect(Collectors.joining(", ", "{ ", " }"));
            case Expr.Unknown u -> u.text().isEmpty() ? "?" : u.text();
        };
    }

    /** The statement's head as C: a compound statement without its body. */
    public static String of(Stmt stmt) {
        return switch (stmt) {
            case Stmt.Block b -> "{";
            case Stmt.Declare d -> of(d.type(), d.name()) + d.init().map(i -> " = " + at(i, ASSIGN)).orElse("") + ';';
            case Stmt.Eval e -> of(e.expr()) + ';';
            case Stmt.If i -> "if (" + of(i.condition()) + ')';
            case Stmt.Switch s -> "switch (" + of(s.value()) + ')';
            case Stmt.Loop l -> loop(l);
            case Stmt.Return r -> r.value().map(v -> "return " + of(v) + ';').orElse("return;");
            case Stmt.Goto g -> "goto " + g.label() + ';';
            case Stmt.Label l -> l.name() + ':';
            case Stmt.Break b -> "break;";
            case Stmt.Continue c -> "continue;";
            case Stmt.Gap g -> "...";
            case Stmt.Opaque o -> o.text();
        };
    }

    /** A declaration's type and name as C: {@code struct page *pages[4]}. */
    public static String of(Type type, String name) {
        String base = type.base().isEmpty() ? "auto" : type.base();
        String stars = "*".repeat(type.pointers());
        String array = type.length() > 0 ? String.format(Locale.ROOT, "[%d]", type.length()) : "";
        return (base + ' ' + stars + name + array).strip();
    }

    private static String loop(Stmt.Loop loop) {
        String condition = loop.condition().map(CText::of).orElse("");
        return switch (loop.kind()) {
            case WHILE -> "while (" + (condition.isEmpty() ? "1" : condition) + ')';
            case DO -> "do while (" + (condition.isEmpty() ? "1" : condition) + ')';
            case FOR -> "for (" + loop.init().map(CText::initial).orElse("") + "; " + condition + "; "
                    + loop.step().map(CText::of).orElse("") + ')';
        };
    }

    private static String initial(Stmt stmt) {
        String text = stmt instanceof Stmt.Block b ? b.body().stream().map(CText::of).collect(Collectors.joining(" "))
                : of(stmt);
        return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    }

    private static String unary(Expr.Unary u) {
        if (u.op().startsWith("x")) {
            return at(u.operand(), POSTFIX) + u.op().substring(1);
        }
        String op = u.op().endsWith("x") ? u.op().substring(0, u.op().length() - 1) : u.op();
        String operand = at(u.operand(), UNARY);
        boolean glued = !operand.isEmpty() && "+-&".indexOf(operand.charAt(0)) >= 0 && op.endsWith(operand.substring(0, 1));
        return glued ? op + '(' + operand + ')' : op + operand;
    }

    private static String binary(Expr.Binary b) {
        int level = level(b);
        String left = at(b.left(), level);
        String right = at(b.right(), level + 1);
        return b.op().equals(",") ? left + ", " + right : left + ' ' + b.op() + ' ' + right;
    }

    private static String at(Expr expr, int least) {
        String text = of(expr);
        return level(expr) < least ? '(' + text + ')' : text;
    }

    private static int level(Expr expr) {
        return switch (expr) {
            case Expr.Binary b -> LEVELS.getOrDefault(b.op(), CONDITIONAL);
            case Expr.Assign a -> ASSIGN;
            case Expr.Conditional c -> CONDITIONAL;
            case Expr.Unary u -> u.op().startsWith("x") ? POSTFIX : UNARY;
            case Expr.Num n -> n.value() < 0 ? UNARY : POSTFIX + 1;
            default -> POSTFIX + 1;
        };
    }

    private static String arguments(List<Expr> arguments) {
        return arguments.stream().map(a -> at(a, ASSIGN)).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String member(Expr.Member member) {
        String value = at(member.value(), ASSIGN);
        if (member.name().isEmpty()) {
            return value;
        }
        return (member.name().startsWith("[") ? "" : ".") + member.name() + " = " + value;
    }
}
