package folioscope.model;

import folioscope.skeleton.Function;
import folioscope.skeleton.ModelText;
import folioscope.skeleton.ReadUnit;
import folioscope.skeleton.Problem;
import folioscope.skeleton.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The model and the scenarios, to be read at any of its baselines. Reading is done once per version and kept; the library
 * is safe to share between threads.
 */
public final class ModelLibrary {

    /** A function's head, at column 0 as everywhere in the model. */
    private static final Pattern HEAD = Pattern.compile("(?m)^[A-Za-z_][\\w \\t*]*?(\\w+)\\(");
    private static final Pattern STRUCT = Pattern.compile("(?m)^(?:struct|union) (\\w+) \\{");

    private final ModelSources sources;
    private final List<Baseline> baselines;
    private final Roles roles;
    private final Lexicon lexicon;
    private final SortedSet<String> functionNames;
    private final SortedSet<String> structNames;
    private final Map<KernelVersion, Reading> readings = new ConcurrentHashMap<>();

    private ModelLibrary(ModelSources sources) {
        this.sources = sources;
        this.baselines = baselines(sources.texts().getOrDefault("kernel/baselines.tsv", ""));
        this.roles = Roles.parse(sources.texts().getOrDefault("kernel/roles.tsv", ""));
        this.lexicon = Lexicon.parse(sources.texts().getOrDefault("kernel/lexicon.txt", ""));
        this.functionNames = names(HEAD, sources.texts());
        this.structNames = names(STRUCT, sources.texts());
    }

    private static SortedSet<String> names(Pattern head, SortedMap<String, String> texts) {
        SortedSet<String> names = new TreeSet<>();
        texts.forEach((path, text) -> {
            if (path.startsWith("kernel/") && path.matches(".*\\.[ch]")) {
                head.matcher(text).results().forEach(found -> names.add(found.group(1)));
            }
        });
        return Collections.unmodifiableSortedSet(names);
    }

    private record Reading(Model model, Map<String, Function> functions, List<Scenario> scenarios, List<Problem> problems) { }

    /** The model that this bundle carries. */
    public static ModelLibrary embedded() {
        return new ModelLibrary(ModelSources.embedded());
    }

    /**
     * The embedded model with a folder's files put over it: {@code kernel/...} replaces model files, {@code scenarios/...}
     * adds scenarios.
     */
    public static ModelLibrary with(Path folder) throws IOException {
        return new ModelLibrary(ModelSources.embedded().under(ModelSources.in(folder)));
    }

    /** A library of these texts alone, by path as in {@link #with}: a model of one's own, with its own tables. */
    public static ModelLibrary of(SortedMap<String, String> texts) {
        return new ModelLibrary(new ModelSources(texts));
    }

    /** The versions the model is kept for, oldest first. */
    public List<Baseline> baselines() {
        return baselines;
    }

    public List<KernelVersion> versions() {
        return baselines.stream().map(Baseline::version).toList();
    }

    /** The newest baseline that is not newer than the version; the oldest where all are newer. */
    public Baseline nearest(KernelVersion version) {
        Baseline best = baselines.get(0);
        for (Baseline b : baselines) {
            if (b.version().compareTo(version) <= 0) {
                best = b;
            }
        }
        return best;
    }

    /** The model at a version: any version, not just a baseline. */
    public Model model(KernelVersion version) {
        return reading(version).model();
    }

    /** A function of the model at a version. */
    public Optional<Function> function(KernelVersion version, String name) {
        return Optional.ofNullable(reading(version).functions().get(name));
    }

    /** The names of all functions that the model has at one version or another. */
    public SortedSet<String> functionNames() {
        return functionNames;
    }

    /** The tags of all structs and unions that the model has at one version or another. */
    public SortedSet<String> structNames() {
        return structNames;
    }

    /** The scenarios meant for a version, by id. */
    public List<Scenario> scenarios(KernelVersion version) {
        return reading(version).scenarios().stream().filter(s -> s.runsOn(version)).toList();
    }

    /** All scenarios, also those meant for other versions; by id, read at this version. */
    public List<Scenario> allScenarios(KernelVersion version) {
        return reading(version).scenarios();
    }

    /** What could not be read at a version: mistakes in model or scenario files. */
    public List<Problem> problems(KernelVersion version) {
        return reading(version).problems();
    }

    /** A scenario from a text of the user's, read at a version. */
    public Scenario scenario(String path, String text, KernelVersion version) {
        return new ScenarioText(path, text).at(version).scenario();
    }

    /** What in a user's scenario text could not be read; lines are those of the text. */
    public List<Problem> problems(String path, String text, KernelVersion version) {
        return new ScenarioText(path, text).at(version).problems();
    }

    public Roles roles() {
        return roles;
    }

    public Lexicon lexicon() {
        return lexicon;
    }

    /** A table of the model as it is written, such as {@code differences.tsv}; empty if there is none of that name. */
    public String table(String name) {
        return sources.texts().getOrDefault("kernel/" + name, "");
    }

    private Reading reading(KernelVersion version) {
        return readings.computeIfAbsent(version, this::read);
    }

    private Reading read(KernelVersion version) {
        Unit unit = Unit.EMPTY;
        List<Scenario> scenarios = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<String, String> file : sources.texts().entrySet()) {
            String path = file.getKey();
            if (path.startsWith("kernel/") && path.matches(".*\\.[ch]")) {
                ReadUnit read = ModelText.read(path.substring("kernel/".length()), file.getValue(),
                        ModelSources.defines(version));
                unit = unit.plus(read.unit());
                problems.addAll(read.problems());
            } else if (path.startsWith("scenarios/") && path.endsWith(".c")) {
                ScenarioText.Reading read = new ScenarioText(path, file.getValue()).at(version);
                scenarios.add(read.scenario());
                problems.addAll(read.problems());
            }
        }
        Map<String, Function> functions = new TreeMap<>();
        unit.functions().forEach(f -> functions.putIfAbsent(f.name(), f));
        return new Reading(new Model(version, unit, types(version)), functions, List.copyOf(scenarios), List.copyOf(problems));
    }

    private SortedSet<String> types(KernelVersion version) {
        SortedSet<String> types = new TreeSet<>();
        rows(sources.texts().getOrDefault("kernel/types.tsv", "")).filter(c -> c.length > 1 && within(version, c))
                .forEach(c -> types.add(c[0]));
        return types;
    }

    private static boolean within(KernelVersion version, String[] row) {
        Optional<KernelVersion> first = KernelVersion.parse(row[1]);
        Optional<KernelVersion> last = row.length > 2 ? KernelVersion.parse(row[2]) : Optional.empty();
        return first.map(v -> v.compareTo(version) <= 0).orElse(true) && last.map(v -> v.compareTo(version) >= 0).orElse(true);
    }

    private static Stream<String[]> rows(String table) {
        return table.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).map(l -> l.split("\t"));
    }

    private static List<Baseline> baselines(String table) {
        return rows(table).map(c -> new Baseline(KernelVersion.parse(c[0]).orElseThrow(), c[1], LocalDate.parse(c[2]))).toList();
    }
}
