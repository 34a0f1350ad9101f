package folioscope.corpus;

import java.util.*;
import java.util.stream.*;
import org.junit.jupiter.api.Test;

class StatementTest {
    @Test
    void every() throws Exception {
        String[] kernels = System.getProperty("k", "7.1 6.14").split(" ");
        int n = Integer.getInteger("n", 1);
        Set<Turn.Key> killed = new TreeSet<>(), alive = new TreeSet<>(), unreached = new TreeSet<>();
        StringBuilder log = new StringBuilder();
        for (String k : kernels) {
            long t0 = System.nanoTime();
            Course course = new Course(k);
            List<Turn> turns = course.turns().stream().filter(t -> t.key().spread(n) == 0 && !killed.contains(t.key())).toList();
            long t1 = System.nanoTime();
            course.walk(turns.stream().map(t -> t.function().name()).collect(Collectors.toSet()));
            long t2 = System.nanoTime();
            Map<Turn.Key, Long> took = new java.util.concurrent.ConcurrentHashMap<>();
            Map<Turn.Key, Boolean> res = new java.util.concurrent.ConcurrentHashMap<>();
            List<Turn> in = turns.stream().filter(t -> course.reached(t) > 0).toList();
            turns.stream().filter(t -> course.reached(t) == 0).forEach(t -> unreached.add(t.key()));
            in.parallelStream().forEach(t -> { long s = System.nanoTime();
                try { res.put(t.key(), course.notices(t)); } catch (Throwable e) { System.out.println(t.key() + " " + e); e.printStackTrace(System.out); res.put(t.key(), true); }
                took.put(t.key(), (System.nanoTime() - s) / 1000000); });
            long t3 = System.nanoTime();
            res.forEach((key, b) -> { if (b) killed.add(key); else alive.add(key); });
            System.out.println(k + ": turns " + turns.size() + " reached " + in.size() + " killed now " + res.values().stream().filter(b -> b).count()
                + " list " + (t1 - t0) / 1000000 + " walk " + (t2 - t1) / 1000000 + " run " + (t3 - t2) / 1000000
                + " killing ms " + res.entrySet().stream().filter(e -> e.getValue()).mapToLong(e -> took.get(e.getKey())).sum()
                + " surviving ms " + res.entrySet().stream().filter(e -> !e.getValue()).mapToLong(e -> took.get(e.getKey())).sum());
            took.entrySet().stream().sorted((a, b) -> Long.compare(b.getValue(), a.getValue())).limit(10).forEach(e -> System.out.println("   " + e + " " + res.get(e.getKey())));
            System.out.flush();
        }
        alive.removeAll(killed);
        unreached.removeAll(killed);
        unreached.removeAll(alive);
        System.out.println("killed " + killed.size() + " alive " + alive.size() + " unreached " + unreached.size());
        try (var w = java.nio.file.Files.newBufferedWriter(java.nio.file.Path.of("/tmp/fs/out-mutants-result.tsv"))) {
            for (var x : killed) w.write("killed\t" + x + "\n");
            for (var x : alive) w.write("alive\t" + x + "\n");
            for (var x : unreached) w.write("unreached\t" + x + "\n");
        }
    }
}
