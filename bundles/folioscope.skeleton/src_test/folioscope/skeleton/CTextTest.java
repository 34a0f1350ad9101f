package folioscope.skeleton;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Canonical printing. */
class CTextTest {

    @ParameterizedTest
    @ValueSource(strings = { "a - (b - c) * (d + e)", "a - b - c", "!(x & 1)", "*p++", "(*p)++", "&p->a[3].x", "-(-b)",
        "a && (b || c)", "a || b && c", "(a ? b : c) ? d : e", "a ? b : c ? d : e", "f(a, (b, c))", "(a = b) == c", "~(1 << n)",
        "a & b == c", "(a & b) == c", "f(g(x))->y", "(*ops)[i](x)", "a = b = c", "-1 + 2" })
    void printsWithFewestParentheses(String c) {
        assertEquals(c, CText.of(Sample.expr(c)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "((a)) + (b)", "(a)+b", "a+(b)" })
    void printsEqualTreesAlike(String c) {
        assertEquals("a + b", CText.of(Sample.expr(c)));
    }
}
