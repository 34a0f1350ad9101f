package folioscope.model.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import folioscope.model.KernelVersion;
import folioscope.model.ModelLibrary;
import folioscope.skeleton.FileEdit;
import folioscope.skeleton.Struct;
import java.util.List;
import org.junit.jupiter.api.Test;

class BorrowedStructsTest {

    private static final List<FileEdit> EDITS = SampleDiff.lifted("""
            --- a/mm/huge_memory.c
            +++ b/mm/huge_memory.c
            @@ -100,3 +100,5 @@
             static int insert(struct vm_area_struct *vma)
             {
            +    struct folio_or_pfn fop;
            +    struct unheard_of other;
             }
            """);

    private static List<String> borrowed(KernelVersion version) {
        ModelLibrary library = ModelLibrary.embedded();
        return BorrowedStructs.of(library.model(version), library, EDITS).stream().map(Struct::name).toList();
    }

    @Test
    void aStructThatTheNextKernelHasIsTakenFromIt() {
        assertEquals(List.of("folio_or_pfn"), borrowed(new KernelVersion(6, 16)));
    }

    @Test
    void aStructThatTheModelHasIsItsOwn() {
        assertEquals(List.of(), borrowed(new KernelVersion(6, 17)));
    }
}
