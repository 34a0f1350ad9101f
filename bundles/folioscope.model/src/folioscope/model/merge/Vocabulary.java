package folioscope.model.merge;

import folioscope.model.Lexicon;
import folioscope.model.Model;
import folioscope.skeleton.CText;
import folioscope.skeleton.Enumerator;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.Struct;
import folioscope.skeleton.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What words of a function speak of the life of a page: calls of functions that the lexicon lists, or that do something in the
 * model (write, wait, wake, lock, directly or through what they call); writes to members of pages, folios and pgmaps; constants
 * of the model. No such words are functions that only look something up, such as {@code pfn_to_page}; assertions, of which only
 * what they look at counts; errors, sizes, and how entries of tables are laid out; functions that the kernel does not have.
 */
public final class Vocabulary {

    private static final String OWN = "folioscope/";
    private static final String QUIET = "folioscope/quiet.c";
    private static final SortedSet<String> LOOKS = new TreeSet<>(List.of("__choose", "__assume", "__label", "__observe"));
    private static final int DEEPEST = 6;
    private static final int MOST_WORDS = 3000;
    private static final String COUNTED_BASE = "(.*\\W)?\\w*(page|folio|pgmap|pagemap)\\w*";
    private static final SortedSet<String> COUNTED = new TreeSet<>(List.of("page", "folio", "dev_pagemap"));
    private static final String ASSERTION = "(VM_)?(BUG|WARN)(_ON|_ONCE|_PAGE|_FOLIO|_VMA|_MM|_PGFLAGS)*";
    private static final String NO_PART = "E[A-Z0-9]+|_*GFP_\\w+|NULL|true|false|TASK_\\w+|CONFIG_\\w+|VM_FAULT_\\w+|FAULT_FLAG_\\w+|"
            + "VM_(READ|WRITE|EXEC|SHARED|MAYWRITE|MAYSHARE)|NR_\\w+|ULONG_MAX|PAGECACHE_TAG_\\w+|IOMAP_\\w+|RMAP_NONE|"
            + "MIGRATE_MOVABLE|PG_\\w+|XFS_\\w+|S_DAX|_PAGE_\\w+|XAS?_\\w+|[A-Z]\\w*_(SHIFT|MASK|SIZE|ORDER|NR)";

    private final Lexicon lexicon;
    private final SortedSet<String> own;
    private final SortedMap<String, Function> functions = new TreeMap<>();
    private final SortedSet<String> doing = new TreeSet<>();
    private final SortedSet<String> members = new TreeSet<>();
    private final SortedSet<String> constants = new TreeSet<>();

    /** The vocabulary of a model; {@code own} are functions of the model that the kernel does not have. */
    public Vocabulary(Model model, Lexicon lexicon, SortedSet<String> own) {
        this.lexicon = lexicon;
        this.own = own;
        model.unit().functions().forEach(f -> functions.putIfAbsent(f.name(), f));
        model.unit().structs().stream().filter(s -> COUNTED.contains(s.name())).forEach(this::members);
        model.unit().enumerators().stream().map(Enumerator::name).filter(n -> !n.matches(NO_PART)).forEach(constants::add);
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Function f : model.unit().functions()) {
                grows |= !doing.contains(f.name()) && does(f) && doing.add(f.name());
            }
        }
    }

    private void members(Struct struct) {
        for (Struct.Member member : struct.members()) {
            if (!member.name().isEmpty()) {
                members.add(member.name());
            }
            member.inner().ifPresent(this::members);
        }
    }

    private boolean does(Function function) {
        if (function.origin().path().equals(QUIET)) {
            return false;
        }
        boolean[] does = { false };
        Walk.expressions(function.body(), e -> does[0] |= switch (e) {
            case Expr.Assign a -> !(a.target() instanceof Expr.Name);
            case Expr.Call c -> builtin(c.name()) && !LOOKS.contains(c.name()) || doing.contains(c.name());
            case Expr.Wait w -> true;
            default -> false;
        });
        return does[0];
    }

    /** The function of the model that the kernel does not have, if it is one. */
    Optional<Function> own(String name) {
        return own.contains(name) ? Optional.ofNullable(functions.get(name)) : Optional.empty();
    }

    /** Whether the model has a function of that name. */
    public boolean models(String name) {
        return functions.containsKey(name);
    }

    /** Whether the name is one of the model language's own. */
    boolean builtin(String name) {
        return name.startsWith("__") && !functions.containsKey(name) && !lexicon.has(name);
    }

    /** Whether the model's function is written in nothing but the model language's own words: there is nothing to compare. */
    public boolean primitive(Function function) {
        boolean[] builtins = { false };
        Walk.expressions(function.body(), e -> builtins[0] |= e instanceof Expr.Call c && (builtin(c.name()) || own.contains(c.name())));
        return builtins[0] && words(function).isEmpty();
    }

    /**
     * A word and the index of the flat body's line that it stands on; {@code folded} if it stands in a function that is called
     * there, {@code negated} if a condition asks for its being 0.
     */
    record Word(String text, int line, boolean folded, boolean negated) { }

    /** The words of a function, in the order of its text. */
    List<Word> words(Function function) {
        return words(Flat.of(function.body()), name -> Optional.empty());
    }

    /** The words, with those of functions that are called and folded in where they are known. */
    List<Word> words(Flat flat, Callees callees) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < flat.items().size(); i++) {
            Item item = flat.items().get(i);
            int line = i;
            if (item.kind() == Item.Kind.CASE) {
                item.label().orElseThrow().labels().forEach(e -> collect(e, line, words));
            } else if (item.kind().stands()) {
                Walk.heads(item.stmt()).forEach(e -> {
                    collect(e, line, words);
                    fold(e, line, words, callees, new ArrayDeque<>());
                });
            }
        }
        return words;
    }

    private void collect(Expr expr, int line, List<Word> words) {
        SortedSet<String> asked = new TreeSet<>();
        negated(expr, false, asked);
        Walk.expressions(expr, e -> word(e).ifPresent(w -> words.add(new Word(w, line, false, asked.contains(w)))));
    }

    /** Collects the words that the condition asks to be 0 or NULL. */
    private void negated(Expr expr, boolean turned, SortedSet<String> words) {
        switch (expr) {
            case Expr.Unary u when u.op().equals("!") -> negated(u.operand(), !turned, words);
            case Expr.Binary b when b.op().equals("&&") || b.op().equals("||") -> {
                negated(b.left(), turned, words);
                negated(b.right(), turned, words);
            }
            case Expr.Binary b when b.op().equals("==") && b.right().equals(new Expr.Num(0)) -> negated(b.left(), !turned, words);
            case Expr.Binary b when b.op().equals("!=") && b.right().equals(new Expr.Num(0)) -> negated(b.left(), turned, words);
            case Expr.Call c when turned -> word(c).ifPresent(words::add);
            default -> { }
        }
    }

    private void fold(Expr expr, int line, List<Word> words, Callees callees, Deque<String> within) {
        Walk.expressions(expr, e -> {
            String name = e instanceof Expr.Call c ? c.name() : "";
            boolean follow = !name.isEmpty() && !within.contains(name) && within.size() < DEEPEST && words.size() < MOST_WORDS;
            callees.of(follow ? name : "").ifPresent(f -> {
                within.push(name);
                Walk.statements(f.body(), s -> Walk.heads(s).forEach(head -> {
                    Walk.expressions(head, x -> word(x).ifPresent(w -> words.add(new Word(w, line, true, false))));
                    fold(head, line, words, callees, within);
                }));
                within.pop();
            });
        });
    }

    private Optional<String> word(Expr expr) {
        return switch (expr) {
            case Expr.Call c when c.callee() instanceof Expr.Name n -> Optional.of(n.name() + "()").filter(w -> speaks(n.name()));
            case Expr.Call c when c.callee() instanceof Expr.Field f -> Optional.of("->" + f.name() + "()")
                    .filter(w -> members.contains(f.name()) || lexicon.has(f.name()));
            case Expr.Assign a when a.target() instanceof Expr.Field f && written(f) -> Optional.of(f.name() + " =");
            case Expr.Name n when constants.contains(n.name()) || lexicon.has(n.name()) && n.name().matches("[A-Z0-9_]+") ->
                Optional.of(n.name());
            case Expr.Wait w -> Optional.of("wait");
            default -> Optional.empty();
        };
    }

    private boolean written(Expr.Field field) {
        boolean counted = members.contains(field.name()) && CText.of(field.base()).matches(COUNTED_BASE);
        return counted || lexicon.has(field.name());
    }

    private boolean speaks(String name) {
        boolean ours = Optional.ofNullable(functions.get(name)).map(f -> f.origin().path().startsWith(OWN) && !lexicon.has(name)).orElse(false);
        return !own.contains(name) && !name.matches(ASSERTION) && (lexicon.has(name) || !ours && doing.contains(name));
    }
}
