package folioscope.skeleton;

import java.util.List;
import java.util.Optional;

/** A struct or union. An anonymous member has an empty name and its own {@code inner} definition. */
public record Struct(String name, boolean union, List<Member> members, Origin origin) {

    public Struct {
        members = List.copyOf(members);
    }

    /** One member; function pointers have the type {@code void *}. */
    public record Member(Type type, String name, Optional<Struct> inner) { }
}
