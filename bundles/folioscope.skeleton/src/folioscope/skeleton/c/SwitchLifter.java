package folioscope.skeleton.c;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.cdt.core.dom.ast.IASTBinaryExpression;
import org.eclipse.cdt.core.dom.ast.IASTCaseStatement;
import org.eclipse.cdt.core.dom.ast.IASTCompoundStatement;
import org.eclipse.cdt.core.dom.ast.IASTDefaultStatement;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTStatement;
import org.eclipse.cdt.core.dom.ast.IASTSwitchStatement;

import folioscope.skeleton.Expr;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Stmt;

/** Lifts switches, and case labels whose switch a fragment does not show. */
final class SwitchLifter {

    private static final long WIDEST_RANGE = 64;

    private final Reading reading;
    private final ExpressionLifter expressions;
    private final StatementLifter statements;

    SwitchLifter(Reading reading, ExpressionLifter expressions, StatementLifter statements) {
        this.reading = reading;
        this.expressions = expressions;
        this.statements = statements;
    }

    boolean isCase(IASTStatement statement) {
        return statement instanceof IASTCaseStatement || statement instanceof IASTDefaultStatement;
    }

    Stmt lift(IASTSwitchStatement node) {
        statements.head(node, node.getControllerExpression());
        List<IASTStatement> body = node.getBody() instanceof IASTCompoundStatement compound
                ? List.of(compound.getStatements()) : node.getBody() == null ? List.of() : List.of(node.getBody());
        return new Stmt.Switch(expressions.condition(node.getControllerExpression()), cases(body), reading.origin(node));
    }

    /** A label without its switch is a label that nothing jumps to. */
    List<Stmt> strayCase(IASTStatement label) {
        reading.lifted(label);
        String name = label instanceof IASTCaseStatement c ? "case " + reading.text(c.getExpression()) : "default";
        return List.of(new Stmt.Label(name, reading.origin(label)));
    }

    private List<Stmt.Case> cases(List<IASTStatement> body) {
        List<Stmt.Case> all = new ArrayList<>();
        List<Expr> labels = new ArrayList<>();
        List<Stmt> behind = new ArrayList<>();
        boolean isDefault = false;
        boolean open = false;
        Origin origin = Origin.NONE;
        for (IASTStatement statement : body) {
            if (!isCase(statement)) {
                if (open) {
                    behind.addAll(statements.lift(statement));
                } else {
                    all.add(new Stmt.Case(List.of(ExpressionLifter.CUT), false, statements.lift(statement),
                            reading.origin(statement)));
                }
                continue;
            }
            if (open && !behind.isEmpty()) {
                all.add(new Stmt.Case(labels, isDefault, behind, origin));
                labels.clear();
                behind.clear();
                isDefault = false;
                open = false;
            }
            origin = open ? origin : reading.origin(statement);
            open = true;
            reading.lifted(statement);
            if (statement instanceof IASTCaseStatement c) {
                labels.addAll(labels(c.getExpression()));
            } else {
                isDefault = true;
            }
        }
        if (open) {
            all.add(new Stmt.Case(labels, isDefault, behind, origin));
        }
        return all;
    }

    private List<Expr> labels(IASTExpression node) {
        if (node instanceof IASTBinaryExpression b && b.getOperator() == IASTBinaryExpression.op_ellipses) {
            Expr first = expressions.lift(b.getOperand1());
            Expr last = expressions.lift(b.getOperand2());
            if (first instanceof Expr.Num f && last instanceof Expr.Num l && l.value() - f.value() < WIDEST_RANGE) {
                List<Expr> all = new ArrayList<>();
                for (long value = f.value(); value <= l.value(); value++) {
                    all.add(new Expr.Num(value));
                }
                return all;
            }
        }
        return List.of(expressions.lift(node));
    }
}
