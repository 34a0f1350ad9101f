package folioscope.skeleton;

/** Something in C text that could not be read or was left out, and where; {@code message} says what then. */
public record Problem(Origin origin, String message) { }
