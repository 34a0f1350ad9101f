package folioscope.patch;

import java.util.List;

/**
 * A readable part of an input.
 *
 * @param envelope the mail it belongs to
 * @param body the bytes, transfer encoding undone
 * @param lines the same as text
 * @param flowed whether the part says {@code format=flowed}
 * @param deleteSpace whether it says {@code delsp=yes} as well
 */
record TextPart(Envelope envelope, MappedText body, List<SourceLine> lines, boolean flowed, boolean deleteSpace) {
}
