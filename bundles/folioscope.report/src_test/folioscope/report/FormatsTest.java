package folioscope.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormatsTest {

    @Test
    void textIsTheUsualOne() {
        assertEquals(List.of("text", "json"), Formats.all(Look.PLAIN).stream().map(Format::name).toList());
    }

    @Test
    void unknownNamesHaveNoFormat() {
        assertTrue(Formats.named("yaml", Look.PLAIN).isEmpty());
    }
}
