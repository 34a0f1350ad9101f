package folioscope.model.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import folioscope.skeleton.Function;
import folioscope.skeleton.ModelText;
import folioscope.skeleton.Origin;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two states of a function differ in changes, each of which can be taken back. */
class BodyChangesTest {

    private static final String PUT = "a(); put(p); b();";

    private static Function function(String body) {
        String text = "void f(int p)\n{\n" + body.replaceAll("([;{}]) ", "$1\n").replaceAll("(?m)^", "\t") + "\n}\n";
        return ModelText.read("mm/f.c", text, Map.of()).unit().function("f").orElseThrow();
    }

    private static String text(Function f) {
        return Flat.of(f.body()).items().stream().map(Item::text).collect(Collectors.joining(" "));
    }

    private static String takenBack(BodyChanges changes, Integer... numbers) {
        SortedSet<Integer> back = new TreeSet<>(List.of(numbers));
        return changes.takenBack(back).map(BodyChangesTest::text).orElse("no function");
    }

    @Test
    void sameBodiesDifferInNothing() {
        assertEquals(0, BodyChanges.between(function(PUT), function(PUT)).size());
    }

    @Test
    void whatComesInThePlaceOfOthersIsOneChange() {
        BodyChanges changes = BodyChanges.between(function(PUT), function("a(); lock(p); drop(p); b();"));
        assertEquals(1, changes.size());
        assertEquals("a(); put(p); b();", takenBack(changes, 0));
    }

    @Test
    void whatOnlyComesInIsAChangeLineByLine() {
        BodyChanges changes = BodyChanges.between(function(PUT), function("a(); lock(p); get(p); put(p); b();"));
        assertEquals(2, changes.size());
        assertEquals("a(); get(p); put(p); b();", takenBack(changes, 0));
        assertEquals("a(); lock(p); put(p); b();", takenBack(changes, 1));
    }

    @Test
    void aHeadGoesWithItsEndAndLeavesWhatIsWithin() {
        BodyChanges changes = BodyChanges.between(function(PUT), function("a(); if (p) { put(p); } b();"));
        assertEquals(1, changes.size());
        assertEquals("a(); put(p); b();", takenBack(changes, 0));
    }

    @Test
    void allTakenBackIsTheFunctionBefore() {
        BodyChanges changes = BodyChanges.between(function("a(); if (p) { put(p); } c();"), function("get(p); while (p) { put(p); } d();"));
        SortedSet<Integer> all = new TreeSet<>();
        for (int i = 0; i < changes.size(); i++) {
            all.add(i);
        }
        assertEquals("a(); if (p) put(p); } c();", changes.takenBack(all).map(BodyChangesTest::text).orElse(""));
    }

    @Test
    void aNewFunctionIsAllChange() {
        BodyChanges changes = BodyChanges.of(function(PUT));
        assertEquals(3, changes.size());
        assertEquals("a(); b();", takenBack(changes, 1));
    }

    @Test
    void changesKnowTheirLinesOnBothSides() {
        BodyChanges changes = BodyChanges.between(function(PUT), function("a(); drop(p); b();"));
        assertEquals(1, changes.lines(0).stream().map(Origin::line).distinct().count());
        assertTrue(BodyChanges.of(function(PUT)).lines(2).stream().allMatch(o -> o.line() == 5));
    }
}
