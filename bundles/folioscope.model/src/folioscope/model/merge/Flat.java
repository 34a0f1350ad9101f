package folioscope.model.merge;

import folioscope.skeleton.CText;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Stmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A body laid flat.
 *
 * @param partner for an opening line the index of its {@code CLOSE}, for {@code CLOSE}, {@code ELSE} and {@code CASE} that of
 *        the opening line, else -1
 * @param parent the index of the innermost opening line around each line, -1 at the top
 */
record Flat(List<Item> items, int[] partner, int[] parent) {

    static Flat of(Stmt.Block body) {
        List<Item> items = new ArrayList<>();
        add(body, items);
        return of(items);
    }

    /** Works out partners; the lines must be balanced. */
    static Flat of(List<Item> items) {
        int[] partner = new int[items.size()];
        int[] parent = new int[items.size()];
        Arrays.fill(partner, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < items.size(); i++) {
            Item.Kind kind = items.get(i).kind();
            boolean inner = kind == Item.Kind.ELSE || kind == Item.Kind.CASE || kind == Item.Kind.CLOSE;
            if (inner && !open.isEmpty()) {
                partner[i] = open.peek();
                if (kind == Item.Kind.CLOSE) {
                    partner[open.pop()] = i;
                }
            }
            parent[i] = open.isEmpty() ? -1 : open.peek();
            if (kind.opens()) {
                open.push(i);
            }
        }
        return new Flat(List.copyOf(items), partner, parent);
    }

    private static void add(Stmt stmt, List<Item> items) {
        switch (stmt) {
            case Stmt.Block b -> b.body().forEach(s -> add(s, items));
            case Stmt.If i -> {
                items.add(head(Item.Kind.IF, i));
                add(i.then(), items);
                i.otherwise().ifPresent(e -> {
                    items.add(new Item(Item.Kind.ELSE, "else", i, Optional.empty(), e.origin()));
                    add(e, items);
                });
                items.add(close(i));
            }
            case Stmt.Loop l -> {
                items.add(head(Item.Kind.LOOP, l));
                add(l.body(), items);
                items.add(close(l));
            }
            case Stmt.Switch s -> {
                items.add(head(Item.Kind.SWITCH, s));
                for (Stmt.Case c : s.cases()) {
                    String text = c.isDefault() ? "default:" : c.labels().stream().map(CText::of).reduce("case", (a, b) -> a + " " + b);
                    items.add(new Item(Item.Kind.CASE, text, s, Optional.of(c), c.origin()));
                    c.body().forEach(x -> add(x, items));
                }
                items.add(close(s));
            }
            case Stmt.Gap g -> items.add(new Item(Item.Kind.GAP, "...", g, Optional.empty(), g.origin()));
            default -> items.add(head(Item.Kind.SIMPLE, stmt));
        }
    }

    private static Item head(Item.Kind kind, Stmt stmt) {
        return new Item(kind, text(stmt), stmt, Optional.empty(), stmt.origin());
    }

    private static Item close(Stmt stmt) {
        return new Item(Item.Kind.CLOSE, "}", stmt, Optional.empty(), stmt.origin());
    }

    /** A declaration with a value reads like an assignment, so that moving the one into the other changes nothing. */
    private static String text(Stmt stmt) {
        if (stmt instanceof Stmt.Declare d && d.init().isPresent()) {
            return CText.of(new Stmt.Eval(new Expr.Assign("=", new Expr.Name(d.name()), d.init().get()), d.origin()));
        }
        return CText.of(stmt);
    }

    /** The body these lines make, or none where braces or labels do not pair up. */
    static Optional<Stmt.Block> rebuilt(List<Item> items, Stmt.Block like) {
        Rebuild rebuild = new Rebuild(items);
        List<Stmt> body = rebuild.statements();
        return rebuild.finished() ? Optional.of(new Stmt.Block(body, like.origin())) : Optional.empty();
    }

    /** Puts lines together again, by descent. */
    private static final class Rebuild {
        private final List<Item> items;
        private int at;
        private boolean broken;

        Rebuild(List<Item> items) {
            this.items = items;
        }

        boolean finished() {
            return !broken && at == items.size();
        }

        List<Stmt> statements() {
            List<Stmt> all = new ArrayList<>();
            while (at < items.size()) {
                Item item = items.get(at);
                if (item.kind() == Item.Kind.CLOSE || item.kind() == Item.Kind.ELSE || item.kind() == Item.Kind.CASE) {
                    break;
                }
                at++;
                switch (item.stmt()) {
                    case Stmt.If i when item.kind() == Item.Kind.IF -> all.add(rebuiltIf(i));
                    case Stmt.Loop l when item.kind() == Item.Kind.LOOP -> {
                        Stmt.Block body = new Stmt.Block(statements(), l.body().origin());
                        close();
                        all.add(new Stmt.Loop(l.kind(), l.init(), l.condition(), l.step(), body, l.origin()));
                    }
                    case Stmt.Switch s when item.kind() == Item.Kind.SWITCH -> all.add(rebuiltSwitch(s));
                    default -> {
                        if (item.kind() != Item.Kind.GAP) {
                            all.add(item.stmt());
                        }
                    }
                }
            }
            return all;
        }

        private Stmt rebuiltIf(Stmt.If head) {
            Stmt.Block then = new Stmt.Block(statements(), head.then().origin());
            Optional<Stmt.Block> otherwise = Optional.empty();
            if (at < items.size() && items.get(at).kind() == Item.Kind.ELSE) {
                at++;
                otherwise = Optional.of(new Stmt.Block(statements(), head.origin()));
            }
            close();
            return new Stmt.If(head.condition(), then, otherwise, head.origin());
        }

        private Stmt rebuiltSwitch(Stmt.Switch head) {
            List<Stmt.Case> cases = new ArrayList<>();
            List<Stmt> before = statements();
            broken |= !before.isEmpty();
            while (at < items.size() && items.get(at).kind() == Item.Kind.CASE) {
                Stmt.Case label = items.get(at++).label().orElseThrow();
                cases.add(new Stmt.Case(label.labels(), label.isDefault(), statements(), label.origin()));
            }
            close();
            return new Stmt.Switch(head.value(), cases, head.origin());
        }

        private void close() {
            if (at < items.size() && items.get(at).kind() == Item.Kind.CLOSE) {
                at++;
            } else {
                broken = true;
            }
        }
    }
}
