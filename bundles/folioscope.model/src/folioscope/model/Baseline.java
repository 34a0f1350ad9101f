package folioscope.model;

import java.time.LocalDate;

/** A kernel version at which the model is read, the era it belongs to and the day it was released. */
public record Baseline(KernelVersion version, String era, LocalDate released) { }
