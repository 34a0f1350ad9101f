package folioscope.explore.lower;

import folioscope.skeleton.Struct;
import folioscope.skeleton.Type;
import folioscope.skeleton.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the members of structs lie: one slot per scalar, embedded structs and arrays inline, members of unions one
 * over the other. Of two definitions of one name the first counts.
 */
public final class Layout {

    /**
     * A member: its offset in slots from the start of its struct, and its type. Members of anonymous parts count as
     * the struct's own.
     */
    public record Slot(String name, int offset, Type type) { }

    private record Shape(int size, Map<String, Slot> members, List<Slot> positional) { }

    private static final Shape OPAQUE = new Shape(1, Map.of(), List.of());

    /** What {@link #memberOfAny} gives where no struct has the member, to tell it from one on which structs differ. */
    private static final Optional<Slot> NO_MEMBER = Optional.of(new Slot("", -1, Type.INT));

    private final List<Struct> structs;
    private final Map<String, Struct> definitions;
    private final Map<String, Shape> shapes;
    private final Map<String, Optional<Slot>> byName;
    private final Optional<Basis> basis;

    /** What a name stands for among structs: whether one is defined by it, and the shape of the one with that tag. */
    record Form(boolean defined, Shape shape) { }

    /** Lays out all structs of a unit. */
    public Layout(Unit unit) {
        structs = unit.structs();
        definitions = new LinkedHashMap<>();
        shapes = new LinkedHashMap<>();
        byName = new HashMap<>();
        basis = Optional.empty();
        unit.structs().forEach(s -> definitions.putIfAbsent(s.name(), s));
        List.copyOf(definitions.keySet()).forEach(this::shape);
        shapes.values().forEach(shape -> shape.members.values().forEach(this::merge));
    }

    private Layout(Layout known, Basis basis) {
        this.structs = known.structs;
        this.definitions = known.definitions;
        this.shapes = known.shapes;
        this.byName = known.byName;
        this.basis = Optional.of(basis);
    }

    /** The same structs; whatever is asked of them becomes part of the basis. */
    Layout noting(Basis asked) {
        return new Layout(this, asked);
    }

    Form form(String name) {
        return new Form(definitions.containsKey(name), shapes.getOrDefault(name, OPAQUE));
    }

    /** The member of that name where all structs agree on it; none with a name of its own where no struct has one. */
    Optional<Slot> memberOfAny(String name) {
        return byName.getOrDefault(name, NO_MEMBER);
    }

    /** Whether both are of the very same structs. */
    boolean same(Layout other) {
        return structs == other.structs;
    }

    /** Whether these structs give the same answers. */
    boolean agrees(Map<String, Form> forms, Map<String, Optional<Slot>> members) {
        return forms.entrySet().stream().allMatch(f -> alike(f.getValue(), f.getKey()))
                && members.entrySet().stream().allMatch(m -> m.getValue().equals(memberOfAny(m.getKey())));
    }

    private boolean alike(Form form, String name) {
        Shape mine = shapes.getOrDefault(name, OPAQUE);
        return form.defined == definitions.containsKey(name) && (mine == form.shape
                || mine != OPAQUE && form.shape != OPAQUE && mine.equals(form.shape));
    }

    private void merge(Slot slot) {
        byName.merge(slot.name, Optional.of(slot), (a, b) -> a.isPresent() && a.get().equals(b.get()) ? a : Optional
                .empty());
    }

    /** Whether a value of this type is a struct or union with known members. */
    public boolean aggregate(Type type) {
        basis.ifPresent(b -> b.form(type.base()));
        return type.pointers() == 0 && type.length() == 0 && (type.aggregate() || definitions.containsKey(type.base()));
    }

    /** Slots that an object of this type takes; 1 for a struct without definition. */
    public int size(Type type) {
        if (type.length() > 0) {
            return type.length() * size(element(type));
        }
        return aggregate(type) ? shape(tag(type.base())).size : 1;
    }

    /** The type of an array's elements. */
    public static Type element(Type array) {
        return new Type(array.base(), array.pointers(), 0);
    }

    /** The member of a struct, by the struct's type (not a pointer to it). */
    public Optional<Slot> member(Type struct, String name) {
        return struct.base().isEmpty() ? Optional.empty() : Optional
                .ofNullable(shape(tag(struct.base())).members.get(name));
    }

    /**
     * The member of a struct that begins with this one, if it is the only such struct with a member of that name: casts are not
     * lifted, so that a pointer to the whole may pass for one to its beginning.
     */
    public Optional<Slot> memberAround(Type struct, String name) {
        List<Slot> found = new ArrayList<>();
        for (Shape shape : shapes.values()) {
            boolean begins = shape.members.values().stream().anyMatch(s -> s.offset == 0 && s.type.pointers() == 0 && s.type.length() == 0
                    && tag(s.type.base()).equals(tag(struct.base())));
            if (begins && shape.members.containsKey(name)) {
                found.add(shape.members.get(name));
            }
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Whether the struct's members are known. */
    public boolean defined(Type struct) {
        return shape(tag(struct.base())) != OPAQUE;
    }

    /** The member of that name where all structs that have one agree on its place and type. */
    public Optional<Slot> anyMember(String name) {
        basis.ifPresent(b -> b.member(name));
        return byName.getOrDefault(name, Optional.empty());
    }

    /** Whether any struct has a member of that name. */
    public boolean knows(String name) {
        basis.ifPresent(b -> b.member(name));
        return byName.containsKey(name);
    }

    /** The members in the order in which an initialiser list without names fills them. */
    public List<Slot> positional(Type struct) {
        return shape(tag(struct.base())).positional;
    }

    private static String tag(String base) {
        int space = base.indexOf(' ');
        return base.startsWith("struct ") || base.startsWith("union ") ? base.substring(space + 1) : base;
    }

    private Shape shape(String name) {
        basis.ifPresent(b -> b.form(name));
        Shape known = shapes.get(name);
        if (known != null) {
            return known;
        }
        Struct definition = definitions.get(name);
        if (definition == null) {
            return OPAQUE;
        }
        shapes.put(name, OPAQUE);
        Shape made = layOut(definition, name);
        shapes.put(name, made);
        return made;
    }

    private Shape layOut(Struct struct, String path) {
        Map<String, Slot> members = new LinkedHashMap<>();
        List<Slot> positional = new ArrayList<>();
        int next = 0;
        int size = 0;
        for (Struct.Member member : struct.members()) {
            int at = struct.union() ? 0 : next;
            int width;
            if (member.inner().isPresent() && member.name().isEmpty()) {
                Shape inner = layOut(member.inner().get(), path);
                inner.members.values()
                        .forEach(s -> members.putIfAbsent(s.name, new Slot(s.name, at + s.offset, s.type)));
                inner.positional.forEach(s -> positional.add(new Slot(s.name, at + s.offset, s.type)));
                width = inner.size;
            } else {
                Type type = member.type();
                if (member.inner().isPresent()) {
                    String name = path + "." + member.name();
                    shapes.putIfAbsent(name, layOut(member.inner().get(), name));
                    definitions.putIfAbsent(name, member.inner().get());
                    type = new Type("struct " + name, type.pointers(), type.length());
                }
                Slot slot = new Slot(member.name(), at, type);
                members.putIfAbsent(slot.name, slot);
                positional.add(slot);
                width = size(type);
            }
            next = at + width;
            size = Math.max(size, next);
        }
        return new Shape(Math.max(1, size), Collections.unmodifiableMap(members), List.copyOf(positional));
    }
}
