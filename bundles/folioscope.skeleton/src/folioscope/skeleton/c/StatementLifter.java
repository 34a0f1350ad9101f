package folioscope.skeleton.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.cdt.core.dom.ast.IASTBreakStatement;
import org.eclipse.cdt.core.dom.ast.IASTCompoundStatement;
import org.eclipse.cdt.core.dom.ast.IASTContinueStatement;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTDeclarationStatement;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTDoStatement;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTExpressionStatement;
import org.eclipse.cdt.core.dom.ast.IASTForStatement;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTGotoStatement;
import org.eclipse.cdt.core.dom.ast.IASTIfStatement;
import org.eclipse.cdt.core.dom.ast.IASTLabelStatement;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTNullStatement;
import org.eclipse.cdt.core.dom.ast.IASTReturnStatement;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTStatement;
import org.eclipse.cdt.core.dom.ast.IASTSwitchStatement;
import org.eclipse.cdt.core.dom.ast.IASTWhileStatement;

import folioscope.skeleton.Expr;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Type;

/** Lifts statements; one statement of C may become none, one or several. */
final class StatementLifter {

    private static final Expr GAP = new Expr.Name(Repair.GAP);

    private final Reading reading;
    private final ExpressionLifter expressions;
    private final TypeLifter types;
    private final SwitchLifter switches;

    StatementLifter(Reading reading, ExpressionLifter expressions, TypeLifter types) {
        this.reading = reading;
        this.expressions = expressions;
        this.types = types;
        this.switches = new SwitchLifter(reading, expressions, this);
    }

    /** A statement as a block; anything but a compound statement gets a block of its own. */
    Stmt.Block block(IASTStatement node) {
        if (node instanceof IASTCompoundStatement compound) {
            return new Stmt.Block(body(compound), reading.origin(node));
        }
        return new Stmt.Block(node == null ? List.of() : lift(node), node == null ? Origin.NONE : reading.origin(node));
    }

    List<Stmt> lift(IASTStatement node) {
        Origin origin = reading.origin(node);
        return switch (node) {
            case IASTNullStatement nothing -> marked(node, List.of());
            case IASTCompoundStatement compound -> List.of(block(compound));
            case IASTExpressionStatement expression -> eval(expression);
            case IASTDeclarationStatement declaration -> declaration(declaration.getDeclaration());
            case IASTIfStatement choice -> branch(choice);
            case IASTWhileStatement loop -> {
                head(node, loop.getCondition());
                yield List.of(new Stmt.Loop(Stmt.Loop.Kind.WHILE, Optional.empty(), condition(loop.getCondition()),
                        Optional.empty(), block(loop.getBody()), origin));
            }
            case IASTDoStatement loop -> doLoop(loop);
            case IASTForStatement loop -> forLoop(loop);
            case IASTSwitchStatement choice -> List.of(switches.lift(choice));
            case IASTReturnStatement back -> marked(node, List.of(new Stmt.Return(
                    Optional.ofNullable(back.getReturnArgument()).map(expressions::lift), origin)));
            case IASTGotoStatement jump -> marked(node, List.of(new Stmt.Goto(jump.getName().toString(), origin)));
            case IASTLabelStatement label -> label(label);
            case IASTBreakStatement leave -> marked(node, List.of(new Stmt.Break(origin)));
            case IASTContinueStatement again -> marked(node, List.of(new Stmt.Continue(origin)));
            default -> opaque(node);
        };
    }

    /** The lines from the statement's beginning to the end of its head have been read. */
    void head(IASTStatement statement, IASTNode last) {
        reading.lifted(reading.startLine(statement), reading.endLine(last == null ? statement : last));
    }

    private List<Stmt> body(IASTCompoundStatement compound) {
        List<Stmt> all = new ArrayList<>();
        for (IASTStatement statement : compound.getStatements()) {
            all.addAll(switches.isCase(statement) ? switches.strayCase(statement) : lift(statement));
        }
        return all;
    }

    private List<Stmt> marked(IASTStatement node, List<Stmt> lifted) {
        reading.lifted(node);
        return lifted;
    }

    List<Stmt> opaque(IASTStatement node) {
        reading.problem(node, "not read as C: " + reading.text(node));
        return List.of(new Stmt.Opaque(reading.text(node), reading.origin(node)));
    }

    private List<Stmt> eval(IASTExpressionStatement statement) {
        IASTExpression node = statement.getExpression();
        Expr expr = expressions.lift(node);
        if (expr.equals(GAP)) {
            return List.of(new Stmt.Gap(reading.origin(statement)));
        }
        if (expr instanceof Expr.Num || expr.equals(ExpressionLifter.CUT)) {
            return marked(statement, List.of());
        }
        boolean argumentsShown = expr instanceof Expr.Call call && call.callee().equals(ExpressionLifter.CUT);
        if (ExpressionLifter.cut(expr) && !argumentsShown) {
            expr = new Expr.Unknown(reading.text(node));
        } else {
            reading.lifted(statement);
        }
        return List.of(new Stmt.Eval(expr, reading.origin(statement)));
    }

    private List<Stmt> declaration(IASTDeclaration node) {
        if (!(node instanceof IASTSimpleDeclaration declaration)) {
            reading.problem(node, "not read as a declaration: " + reading.text(node));
            return List.of(new Stmt.Opaque(reading.text(node), reading.origin(node)));
        }
        List<Stmt> all = new ArrayList<>();
        reading.lifted(node);
        for (IASTDeclarator declarator : declaration.getDeclarators()) {
            if (declarator instanceof IASTFunctionDeclarator && declarator.getNestedDeclarator() == null) {
                continue;
            }
            IASTNode place = all.isEmpty() ? node : declarator;
            String name = TypeLifter.name(declarator);
            if (!name.equals(Body.CUT)) {
                all.add(new Stmt.Declare(types.type(declaration.getDeclSpecifier(), declarator), name,
                        types.initialiser(declarator), reading.origin(place)));
            } else if (declarator.getInitializer() != null) {
                all.add(new Stmt.Declare(Type.UNKNOWN, "...", types.initialiser(declarator), reading.origin(place)));
            }
        }
        return all;
    }

    private List<Stmt> branch(IASTIfStatement node) {
        Expr condition = expressions.condition(node.getConditionExpression());
        head(node, node.getConditionExpression());
        Stmt.Block then = block(node.getThenClause());
        if (condition instanceof Expr.Call call && call.name().equals(Prelude.SCOPED_GUARD)) {
            List<Stmt> body = new ArrayList<>();
            body.add(new Stmt.Eval(new Expr.Call(new Expr.Name("scoped_guard"), call.arguments()), reading.origin(node)));
            body.addAll(then.body());
            return List.of(new Stmt.Block(body, reading.origin(node)));
        }
        Optional<Stmt.Block> otherwise = Optional.ofNullable(node.getElseClause()).map(this::block);
        return List.of(new Stmt.If(condition, then, otherwise, reading.origin(node)));
    }

    private List<Stmt> doLoop(IASTDoStatement loop) {
        Stmt.Block body = block(loop.getBody());
        reading.lifted(reading.startLine(loop), reading.startLine(loop));
        if (loop.getCondition() != null) {
            reading.lifted(loop.getCondition());
        }
        Optional<Expr> condition = condition(loop.getCondition());
        if (condition.equals(Optional.of(new Expr.Num(0))) && !Jumps.leave(body)) {
            return List.of(body);
        }
        return List.of(new Stmt.Loop(Stmt.Loop.Kind.DO, Optional.empty(), condition, Optional.empty(), body,
                reading.origin(loop)));
    }

    private List<Stmt> forLoop(IASTForStatement loop) {
        List<Stmt> first = loop.getInitializerStatement() == null ? List.of() : lift(loop.getInitializerStatement());
        Optional<Stmt> init = switch (first.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(first.get(0));
            default -> Optional.of(new Stmt.Block(first, reading.origin(loop)));
        };
        Optional<Expr> condition = condition(loop.getConditionExpression());
        Optional<Expr> step = Optional.ofNullable(loop.getIterationExpression()).map(expressions::lift);
        int bodyLine = loop.getBody() == null ? 0 : reading.startLine(loop.getBody());
        reading.lifted(reading.startLine(loop), Math.max(reading.startLine(loop),
                loop.getBody() instanceof IASTCompoundStatement ? bodyLine : bodyLine - 1));
        boolean each = condition.isPresent() && condition.get() instanceof Expr.Call c && c.name().startsWith(PreScan.BLOCK);
        Stmt.Loop.Kind kind = each ? Stmt.Loop.Kind.WHILE : Stmt.Loop.Kind.FOR;
        return List.of(new Stmt.Loop(kind, init, condition, step, block(loop.getBody()), reading.origin(loop)));
    }

    private Optional<Expr> condition(IASTExpression node) {
        return Optional.ofNullable(node).map(expressions::condition);
    }

    private List<Stmt> label(IASTLabelStatement label) {
        List<Stmt> all = new ArrayList<>();
        all.add(new Stmt.Label(label.getName().toString(), reading.origin(label)));
        reading.lifted(reading.startLine(label), reading.startLine(label));
        if (label.getNestedStatement() != null) {
            IASTStatement nested = label.getNestedStatement();
            all.addAll(switches.isCase(nested) ? switches.strayCase(nested) : lift(nested));
        }
        return all;
    }
}
