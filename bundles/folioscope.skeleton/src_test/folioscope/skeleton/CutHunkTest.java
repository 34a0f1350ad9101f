package folioscope.skeleton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Hunks that begin or end in the middle of something. */
class CutHunkTest {

    @Test
    void makeConditionsUnknown() {
        FunctionEdit edit = Sample.only("""
                @@ void f(void)
                 	    folio_ref_count(folio) > 1) {
                -		a();
                +		b();
                 	}
                 	c();
                 	if (d &&
                """);
        assertEquals("{... if (..., folio_ref_count(folio) > 1) {a();} c(); if (d && ...) {...} ...}", Sample.before(edit));
        Stmt.If first = (Stmt.If) edit.oldSide().orElseThrow().body().body().get(1);
        assertTrue(first.condition() instanceof Expr.Unknown);
    }

    @Test
    void keepElseOfUnseenIf() {
        assertEquals("{... if (...) {... a();} else {b();} c(); ...}", Sample.before(Sample.only("""
                @@ void f(void)
                 		a();
                 	} else {
                -		b();
                 	}
                 	c();
                """)));
    }

    @Test
    void keepElseWithoutBraces() {
        assertEquals("{... if (...) {a();} else {b();} ...}", Sample.before(Sample.only("""
                @@ void f(void)
                 		a();
                 	else
                -		b();
                """)));
    }

    @Test
    void keepTheEndOfALoop() {
        assertEquals("{... do while (!error) {... a(); b();} c(); ...}", Sample.before(Sample.only("""
                @@ void f(void)
                 		a();
                -		b();
                 	} while (!error);
                 	c();
                """)));
    }

    @Test
    void closeWhatIsOpen() {
        assertEquals("{... while (a) {if (b) {c(); ...} ...} ...}", Sample.before(Sample.only("""
                @@ void f(void)
                 	while (a) {
                 		if (b) {
                -			c();
                """)));
    }

    @Test
    void leaveBodiesUnseen() {
        assertEquals("{... a(); if (b) {...} ...}", Sample.before(Sample.only("@@ void f(void)\n-\ta();\n \tif (b)\n")));
    }

    @Test
    void keepCallsWhoseArgumentsAreCut() {
        assertEquals("{... a(); get(b, c, ...); ...}", Sample.before(Sample.only("@@ void f(void)\n-\ta();\n \tget(b, c,\n")));
    }

    @Test
    void keepWhatFollowsCutArguments() {
        assertEquals("{... ...(b, c); a(); ...}", Sample.before(Sample.only("@@ void f(void)\n \t    b, c);\n-\ta();\n")));
    }

    @Test
    void takeCasesAsLabelsWithoutTheirSwitch() {
        assertEquals("{... case A: a(); break; default: ...}", Sample.before(Sample.only(
                "@@ void f(void)\n \tcase A:\n-\t\ta();\n \t\tbreak;\n \tdefault:\n")));
    }

    @Test
    void blankCutComments() {
        assertEquals("{... a(); b(); ...}", Sample.before(Sample.only(
                "@@ void f(void)\n \t * it's (not closed\n \t */\n-\ta();\n \tb(); /* begins\n")));
    }
}
