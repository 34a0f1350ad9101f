package folioscope.model.check;

import folioscope.model.KernelVersion;
import folioscope.model.ModelLibrary;
import folioscope.model.merge.Agreement;
import folioscope.model.merge.Vocabulary;
import folioscope.skeleton.Function;
import folioscope.skeleton.Origin;
import folioscope.skeleton.SourceText;
import folioscope.skeleton.Walk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Holds every function of the model that bears a kernel file's name against the function in that file of a tree; where it is
 * not there, against the one of that name in the folders that the model knows and those of headers.
 */
public final class TreeCheck {

    private static final String OWN = "folioscope/";
    private static final int DEEPEST = 6;
    private static final List<String> HEADERS = List.of("include/linux", "include/asm-generic", "arch/x86/include/asm", "arch/x86/mm",
            "kernel", "kernel/locking", "lib", "fs/iomap", "include/linux/atomic");

    private final Explanations explanations;
    private final KernelVersion kernel;
    private final KernelSource source;
    private final ModelLibrary library;
    private final List<Function> functions;
    private final SortedMap<String, SortedMap<String, Function>> callees = new TreeMap<>();
    private final SortedSet<Integer> used = new TreeSet<>();

    private TreeCheck(ModelLibrary library, KernelVersion kernel, KernelSource source) {
        this.explanations = Explanations.parse(library.table("differences.tsv"));
        this.kernel = kernel;
        this.source = source;
        this.library = library;
        this.functions = library.model(kernel).unit().functions().stream().filter(f -> !f.origin().path().startsWith(OWN)).toList();
    }

    /** Checks the library's model at a version. */
    public static CheckResult of(ModelLibrary library, KernelVersion kernel, KernelSource source) {
        return new TreeCheck(library, kernel, source).result();
    }

    private CheckResult result() {
        SortedMap<String, SortedMap<String, Function>> found = inTheirFiles();
        SortedMap<String, Function> elsewhere = elsewhere(found);
        List<FunctionCheck> checks = new ArrayList<>();
        SortedSet<String> own = new TreeSet<>();
        Vocabulary plain = new Vocabulary(library.model(kernel), library.lexicon(), new TreeSet<>());
        functions.stream().filter(f -> theirs(f, found, elsewhere).isEmpty())
                .filter(f -> plain.primitive(f) || !reason(f, Explanations.ABSENT, 0).isEmpty()).forEach(f -> own.add(f.name()));
        Vocabulary vocabulary = new Vocabulary(library.model(kernel), library.lexicon(), own);
        SortedMap<String, List<Function>> byFile = new TreeMap<>();
        functions.forEach(f -> theirs(f, found, elsewhere)
                .ifPresent(t -> byFile.computeIfAbsent(t.origin().path(), p -> new ArrayList<>()).add(t)));
        byFile.forEach((path, all) -> follow(path, all, vocabulary, 0));
        functions.forEach(f -> checks.add(check(f, theirs(f, found, elsewhere), vocabulary)));
        checks.sort(Comparator.comparing((FunctionCheck c) -> c.model().path()).thenComparing(FunctionCheck::name));
        List<Explanations.Entry> all = explanations.entries();
        List<Explanations.Entry> unused = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).applies(kernel) && !used.contains(i)) {
                unused.add(all.get(i));
            }
        }
        return new CheckResult(kernel, checks, unused);
    }

    private static Optional<Function> theirs(Function f, SortedMap<String, SortedMap<String, Function>> found,
            SortedMap<String, Function> elsewhere) {
        return Optional.ofNullable(found.get(f.origin().path()).get(f.name())).or(() -> Optional.ofNullable(elsewhere.get(f.name())));
    }

    private SortedMap<String, SortedMap<String, Function>> inTheirFiles() {
        SortedMap<String, SortedSet<String>> wanted = new TreeMap<>();
        functions.forEach(f -> wanted.computeIfAbsent(f.origin().path(), p -> new TreeSet<>()).add(f.name()));
        SortedMap<String, SortedMap<String, Function>> found = new TreeMap<>();
        wanted.forEach((path, names) -> found.put(path, source.text(path).map(t -> SourceText.functions(path, t, names))
                .orElseGet(TreeMap::new)));
        return found;
    }

    private SortedMap<String, Function> elsewhere(SortedMap<String, SortedMap<String, Function>> found) {
        SortedSet<String> missing = new TreeSet<>();
        SortedSet<String> folders = new TreeSet<>();
        for (Function f : functions) {
            folders.add(f.origin().path().replaceFirst("/[^/]*$", ""));
            if (!found.get(f.origin().path()).containsKey(f.name())) {
                missing.add(f.name());
            }
        }
        List<String> order = new ArrayList<>(folders);
        HEADERS.stream().filter(h -> !folders.contains(h)).forEach(order::add);
        SortedMap<String, Function> elsewhere = new TreeMap<>();
        for (String folder : order) {
            for (String path : missing.isEmpty() ? List.<String>of() : source.list(folder)) {
                if (path.endsWith(".c") || path.endsWith(".h")) {
                    source.text(path).ifPresent(text -> SourceText.functions(path, text, named(missing, text)).forEach((name, f) -> {
                        elsewhere.putIfAbsent(name, f);
                        missing.remove(name);
                    }));
                }
            }
        }
        return elsewhere;
    }

    /** Lifts the functions of the same file that the functions call, and that the model does not have, and what they call in turn. */
    private void follow(String path, Collection<Function> callers, Vocabulary vocabulary, int depth) {
        SortedMap<String, Function> known = callees.computeIfAbsent(path, p -> new TreeMap<>());
        SortedSet<String> called = new TreeSet<>();
        callers.forEach(f -> Walk.expressions(f.body(), e -> Walk.callee(e).filter(n -> !vocabulary.models(n) && !known.containsKey(n))
                .ifPresent(called::add)));
        Optional<String> text = called.isEmpty() || depth == DEEPEST ? Optional.empty() : source.text(path);
        SortedMap<String, Function> more = text.map(t -> SourceText.functions(path, t, defined(called, t))).orElseGet(TreeMap::new);
        if (!more.isEmpty()) {
            known.putAll(more);
            follow(path, more.values(), vocabulary, depth + 1);
        }
    }

    /** Those that the text may define: whose name stands at a line's beginning or behind a type, with a parenthesis behind it. */
    private static SortedSet<String> defined(SortedSet<String> names, String text) {
        SortedSet<String> there = new TreeSet<>(names);
        there.removeIf(n -> !Pattern.compile("(?m)^([a-z][^\n;={}()]*\\W)?" + n + "\\(").matcher(text).find());
        return there;
    }

    private static SortedSet<String> named(SortedSet<String> names, String text) {
        SortedSet<String> there = new TreeSet<>(names);
        there.removeIf(n -> !text.contains(n + "("));
        return there;
    }

    private FunctionCheck check(Function model, Optional<Function> theirs, Vocabulary vocabulary) {
        if (vocabulary.primitive(model)) {
            return new FunctionCheck(model.name(), FunctionCheck.Status.PRIMITIVE, model.origin(),
                    theirs.map(Function::origin).orElse(Origin.NONE), 0, List.of());
        }
        if (theirs.isEmpty()) {
            Agreement.Difference none = new Agreement.Difference(Agreement.Kind.EXTRA, Explanations.ABSENT, model.name() + "()", model.origin(), Origin.NONE);
            String reason = reason(model, Explanations.ABSENT, 0);
            return new FunctionCheck(model.name(), reason.isEmpty() ? FunctionCheck.Status.ABSENT : FunctionCheck.Status.EXPLAINED,
                    model.origin(), Origin.NONE, 0, List.of(new FunctionCheck.Explained(none, reason)));
        }
        Agreement agreement = Agreement.of(theirs.get(), model, vocabulary,
                name -> Optional.ofNullable(callees.getOrDefault(theirs.get().origin().path(), new TreeMap<>()).get(name)));
        List<FunctionCheck.Explained> differences = new ArrayList<>();
        SortedMap<String, Integer> times = new TreeMap<>();
        for (Agreement.Difference d : agreement.differences()) {
            String what = d.kind().sign() + d.word();
            differences.add(new FunctionCheck.Explained(d, reason(model, what, times.merge(what, 1, Integer::sum) - 1)));
        }
        FunctionCheck.Status status = differences.isEmpty() ? FunctionCheck.Status.AGREES
                : differences.stream().allMatch(d -> !d.reason().isEmpty()) ? FunctionCheck.Status.EXPLAINED
                : FunctionCheck.Status.DIFFERS;
        return new FunctionCheck(model.name(), status, model.origin(), theirs.get().origin(), agreement.same(), differences);
    }

    /** The reason for a difference that {@code before} others like it stand before. */
    private String reason(Function model, String what, int before) {
        List<Explanations.Entry> all = explanations.entries();
        for (int i = 0; i < all.size(); i++) {
            Explanations.Entry e = all.get(i);
            boolean fits = e.path().equals(model.origin().path()) && e.function().equals(model.name()) && e.what().equals(what);
            if (fits && e.applies(kernel) && before < e.times()) {
                used.add(i);
                return e.reason();
            }
        }
        return "";
    }
}
