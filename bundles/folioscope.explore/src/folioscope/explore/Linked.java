package folioscope.explore;

import folioscope.explore.export.Part;
import folioscope.explore.lower.Body;
import folioscope.explore.lower.Program;
import folioscope.explore.lower.Site;
import folioscope.explore.machine.Code;
import folioscope.explore.machine.Space;
import folioscope.skeleton.Function;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The functions of one exploration, compiled and tied together as they are needed. */
final class Linked {

    private final Program program;
    private final Pieces pieces;
    private final Map<String, Code> codes = new LinkedHashMap<>();
    private final Map<Code, Body> bodies = new LinkedHashMap<>();
    private final Code[] byNumber;
    private Code[] codeAt = new Code[64];
    private int[] placeAt = new int[64];
    private int[] sizeAt = new int[64];
    private boolean[] callAt = new boolean[64];
    private int locations = 1;
    private int storage;
    private int mostStorage;
    private boolean storageFull;
    private final List<List<String>> required = new ArrayList<>();

    Linked(Program program, Pieces pieces) {
        this.program = program;
        this.pieces = pieces;
        this.byNumber = new Code[program.functions().size() + 1];
    }

    /** The function of that name, with all that it may call. */
    Optional<Code> code(String name) {
        if (program.function(name).isEmpty()) {
            return Optional.empty();
        }
        require(List.of(name));
        return Optional.of(codes.get(name));
    }

    /** Compiles functions and what they may call, in one go. */
    void require(List<String> names) {
        Set<String> wanted = codes.isEmpty() ? pieces.closure(names) : pieces.closure(names, codes::containsKey);
        if (wanted.isEmpty()) {
            return;
        }
        required.add(names);
        pieces.require(wanted);
        for (String name : wanted) {
            Code code = pieces.code(name);
            codes.put(name, code);
            byNumber[program.number(name)] = code;
        }
        wanted.forEach(this::link);
    }

    private void link(String name) {
        PieceCache.Piece piece = pieces.piece(name);
        Code.Frames frames = piece.frames();
        int places = frames.sizes().length;
        Code code = codes.get(name);
        room(locations + places);
        for (int i = 0; i < places; i++) {
            codeAt[locations + i] = code;
            placeAt[locations + i] = i;
            sizeAt[locations + i] = Math.max(1, frames.sizes()[i]);
            callAt[locations + i] = frames.calls()[i];
        }
        Body body = piece.body();
        int at = storage + body.storage() <= Space.STORAGE ? storage : 0;
        storageFull |= storage + body.storage() > Space.STORAGE;
        code.link(program.number(name), locations, frames, callees(body), body.sites().size(),
                body.unknowns().size(), at, Math.min(body.storage(), Space.STORAGE));
        storage = at + body.storage();
        mostStorage = Math.max(mostStorage, storage);
        locations += places;
        bodies.put(code, body);
    }

    private Code[] callees(Body body) {
        Code[] callees = new Code[body.callees().size()];
        for (int i = 0; i < callees.length; i++) {
            callees[i] = codes.get(body.callees().get(i));
        }
        return callees;
    }

    private void room(int wanted) {
        if (wanted > codeAt.length) {
            int size = wanted * 2;
            codeAt = Arrays.copyOf(codeAt, size);
            placeAt = Arrays.copyOf(placeAt, size);
            sizeAt = Arrays.copyOf(sizeAt, size);
            callAt = Arrays.copyOf(callAt, size);
        }
    }

    /** The function with that value as a pointer, or null: the machine asks. */
    Code numbered(int number) {
        if (number <= 0 || number >= byNumber.length) {
            return null;
        }
        if (byNumber[number] == null) {
            require(List.of(program.functions().get(number - 1).name()));
        }
        return byNumber[number];
    }

    Code codeAt(int location) {
        return codeAt[location];
    }

    int placeAt(int location) {
        return placeAt[location];
    }

    int sizeAt(int location) {
        return sizeAt[location];
    }

    boolean callAt(int location) {
        return callAt[location];
    }

    int start(Code code) {
        return code.location(0);
    }

    Body body(Code code) {
        return bodies.get(code);
    }

    /** The place that a location stands for; nothing for the start of a thread. */
    Optional<Site> site(int location) {
        Code code = codeAt[location];
        int site = code.frames().sites()[placeAt[location]];
        return site < 0 ? Optional.empty() : Optional.of(bodies.get(code).sites().get(site));
    }

    /** All functions that were needed. */
    List<Part> parts() {
        return bodies.entrySet().stream().map(e -> new Part(e.getValue(), e.getKey().number(), e.getKey().local()))
                .toList();
    }

    /** Slots that the functions' storage takes together. */
    int storage() {
        return Math.min(mostStorage, Space.STORAGE);
    }

    Program program() {
        return program;
    }

    /** What the functions left open where they were run. */
    SortedSet<String> unknowns() {
        SortedSet<String> all = new TreeSet<>();
        bodies.forEach((code, body) -> {
            for (int i = 0; i < body.unknowns().size(); i++) {
                if (code.open(i)) {
                    all.add(body.unknowns().get(i));
                }
            }
        });
        if (storageFull) {
            all.add("locals: they take more than " + Space.STORAGE + " slots, some lie over others");
        }
        return all;
    }

    /** What was required so far and was not there before, in this order: where functions lie depends on it. */
    List<List<String>> required() {
        return required;
    }

    /** Forgets what earlier runs showed. */
    void forget() {
        codes.values().forEach(Code::forget);
    }

    List<Function> watches() {
        return program.functions().stream().filter(f -> f.name().startsWith("watch_")).toList();
    }
}
