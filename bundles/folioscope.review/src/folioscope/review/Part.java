package folioscope.review;

/** Something in which two states of a model differ and that can be left out by itself. */
sealed interface Part {

    /** The function's or table's name. */
    String name();

    /** All that differs in a function or a table. */
    record Whole(String name) implements Part { }

    /** One change in a function's body, by its number in {@link folioscope.model.merge.BodyChanges}. */
    record Line(String name, int number) implements Part { }
}
