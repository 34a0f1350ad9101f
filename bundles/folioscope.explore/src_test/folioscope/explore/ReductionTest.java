package folioscope.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import folioscope.skeleton.Unit;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs made up at random: leaving out steps that conflict with nothing changes nothing of what is found. */
class ReductionTest {

    static IntStream seeds() {
        return IntStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsWhatAllInterleavingsShow(int seed) {
        String c = program(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        Unit unit = Programs.unit(c);
        Compiled compiled = new Explorer().compile(unit);
        Outcome reduced = compiled.explore(Programs.run(unit, Map.of()), Programs.PLENTY);
        Outcome all = compiled.exploreEverything(Programs.run(unit, Map.of()), Programs.PLENTY);
        assertTrue(reduced.complete() && all.complete());
        assertTrue(reduced.states() <= all.states(), c);
        assertEquals(Programs.observed(all), Programs.observed(reduced), c);
        assertEquals(Programs.violated(all), Programs.violated(reduced), c);
        assertEquals(all.unknowns(), reduced.unknowns(), c);
        reduced.violations().forEach(v -> assertTrue(!v.trace().steps().isEmpty() || v.trace().equals(v.trace())));
    }

    private static String program(RandomGenerator random) {
        StringBuilder c =
                new StringBuilder("int g[5]; int l[2]; int key; struct s { int a; int b; }; struct s o[2];\n");
        c.append("int bump(int *p) { int old = *p; *p = (old + 1) & 3; return old; }\n");
        int threads = 2 + random.nextInt(2);
        for (int t = 1; t <= threads; t++) {
            c.append("void t").append(t).append("(void) { int x = ").append(t).append("; ");
            int statements = threads == 3 ? 2 + random.nextInt(2) : 2 + random.nextInt(4);
            for (int i = 0; i < statements; i++) {
                c.append(statement(random, t, i)).append(' ');
            }
            c.append("}\n");
        }
        return c.append("void end(void) { __observe(\"sum\", g[0] + 4 * g[1] + 16 * g[2] + 64 * o[0].a + 256 * o[1].b); }\n").toString();
    }

    private static String statement(RandomGenerator random, int thread, int number) {
        int i = random.nextInt(3);
        int j = random.nextInt(3);
        return switch (random.nextInt(13)) {
        case 0 -> "g[" + i + "] = x & 3;";
        case 1 -> "x = g[" + i + "] + g[" + j + "];";
        case 2 -> "bump(&g[" + i + "]);";
        case 3 -> "__add_return(&g[" + i + "], 1);";
        case 4 -> "__lock(&l[" + (i & 1) + "]); g[" + j + "] = g[" + j + "] ^ 1; __unlock(&l[" + (i & 1) + "]);";
        case 5 -> "if (g[" + i + "] == x) o[" + (j & 1) + "].a = 1; else o[" + (i & 1) + "].b = 1;";
        case 6 -> "__observe(\"x" + thread + number + "\", x);";
        case 7 -> "__wake(&key);";
        case 8 -> "__atomic_begin(); g[" + i + "] = g[" + j + "]; o[1].a++; o[1].a &= 3; __atomic_end();";
        case 9 -> "___wait_var_event(&key, g[" + i + "], 1, 0, 0, schedule());";
        case 10 -> "__await(g[" + i + "] != " + (j + 1) + ", \"hang-teardown\");";
        case 11 -> "x = __choose(2);";
        default -> "{ struct s mine = { .a = x }; struct s *p = g[" + i
                + "] ? &mine : &o[0]; p->b = 1; x = mine.b + mine.a; }";
        };
    }
}
