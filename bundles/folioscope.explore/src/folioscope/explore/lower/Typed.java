package folioscope.explore.lower;

import folioscope.skeleton.Type;

/** A value with its type; {@code open} means that nothing is known about the value. */
record Typed(Val val, Type type, boolean open) {

    static final Typed OPEN = new Typed(Val.ZERO, Type.UNKNOWN, true);

    static Typed of(Val val, Type type) {
        return new Typed(val, type, false);
    }

    static Typed number(Val val) {
        return new Typed(val, Type.INT, false);
    }

    boolean pointer() {
        return type.pointers() > 0 || type.length() > 0;
    }
}
