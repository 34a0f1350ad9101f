package folioscope.patch;

import java.util.List;

/**
 * The part of a text that changes one file: header lines and hunks as a diff has them, what was between them left out.
 *
 * @param header the lines from {@code diff --git} or {@code ---} up to the first hunk
 * @param hunks each with its {@code @@} line first and then only lines with a marker
 */
record DiffSection(List<SourceLine> header, List<List<SourceLine>> hunks) {

    DiffSection {
        header = List.copyOf(header);
        hunks = hunks.stream().map(List::copyOf).toList();
    }
}
