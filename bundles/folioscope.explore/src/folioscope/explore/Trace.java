package folioscope.explore;

import java.util.List;

/** A shortest way from a start to some event. Steps are worked out when asked for, always the same. */
public interface Trace {

    Trace EMPTY = List::of;

    List<Step> steps();
}
