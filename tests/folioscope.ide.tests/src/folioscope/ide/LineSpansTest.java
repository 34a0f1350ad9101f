package folioscope.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where lines stand in a text. */
class LineSpansTest {

    @ParameterizedTest
    @CsvSource({ "1,one", "2,two", "3,''", "4,four", "5,five", "6,''", "0,''" })
    void findsLineWhateverEndsIt(int line, String text) {
        String all = "one\ntwo\r\n\r\nfour\rfive";

        assertEquals(text, LineSpans.of(all).of(line).map(s -> all.substring(s.start(), s.end())).orElse(""));
    }
}
