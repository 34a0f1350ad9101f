package folioscope.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrapTest {

    @Test
    void breaksAtBlanks() {
        assertEquals(List.of("the wake", "is lost"), Wrap.lines("the wake is lost", 9));
    }

    @Test
    void breaksWordsThatAreTooLong() {
        assertEquals(List.of("put_d", "evmap", "()"), Wrap.lines("put_devmap()", 5));
    }

    @Test
    void hasALineForNothing() {
        assertEquals(List.of(""), Wrap.lines("", 5));
    }

    @Test
    void cutsWithDots() {
        assertEquals("page_re...", Wrap.cut("page_ref_count(page)", 10));
    }

    @Test
    void takesCommandsForTheTerminalOut() {
        assertEquals("a?[31mb c", Wrap.clean("\ta\033[31mb\tc\n"));
    }
}
