package folioscope.report;

/** What this program calls itself in its output. */
public final class Product {

    /** The release, as the bundles have it. */
    public static final String VERSION = "0.1.0";

    /** Name and release. */
    public static final String NAME = "folioscope " + VERSION;

    private Product() {
    }
}
