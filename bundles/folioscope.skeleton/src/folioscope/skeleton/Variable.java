package folioscope.skeleton;

import java.util.Optional;

/** A variable at file level. */
public record Variable(Type type, String name, Optional<Expr> init, Origin origin) { }
