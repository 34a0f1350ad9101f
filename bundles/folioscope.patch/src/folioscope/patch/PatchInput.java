package folioscope.patch;

import java.util.List;

/** All that was read from one input: its patches in the order in which they apply, and what could not be read. */
public record PatchInput(String name, List<Patch> patches, List<Diagnostic> diagnostics) {

    public PatchInput {
        patches = List.copyOf(patches);
        diagnostics = List.copyOf(diagnostics);
    }
}
