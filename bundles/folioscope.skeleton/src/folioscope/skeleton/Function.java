package folioscope.skeleton;

import java.util.List;

/**
 * A function's definition.
 *
 * @param presence the conditionals it stands under, outermost first, as written ({@code defined(CONFIG_FS_DAX)},
 *        {@code !(defined(CONFIG_FS_DAX))} in an else branch)
 * @param comment the block comment right before it, without stars; empty if none
 */
public record Function(String name, Type returns, List<Parameter> parameters, Stmt.Block body, List<String> presence,
        String comment, Origin origin) {

    public Function {
        parameters = List.copyOf(parameters);
        presence = List.copyOf(presence);
    }

    /** One parameter; unnamed ones have an empty name. */
    public record Parameter(Type type, String name) { }
}
