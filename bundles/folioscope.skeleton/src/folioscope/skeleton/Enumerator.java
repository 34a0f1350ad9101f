package folioscope.skeleton;

/** One constant of an enum, with its value worked out; {@code type} is the enum's name, empty for an anonymous one. */
public record Enumerator(String type, String name, long value, Origin origin) { }
