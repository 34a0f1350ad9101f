package folioscope.patch;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MutilationTest {

    private static final int PER_SEED = 200;

    /** 2,000 in all; a failure names its seed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void neverThrowsAndAlwaysSaysWhereItFailed(long seed) {
        Random random = new Random(seed);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < PER_SEED; i++) {
                String sample = Samples.all().get(random.nextInt(Samples.all().size()));
                check(mutilated(sample.getBytes(StandardCharsets.UTF_8), random), "seed " + seed + ", number " + i);
            }
        });
    }

    @Test
    void survivesTheLossOfAnyOneLine() {
        for (String sample : Samples.all()) {
            String[] lines = sample.split("(?<=\n)");
            for (int lost = 0; lost < lines.length; lost++) {
                StringBuilder rest = new StringBuilder();
                for (int i = 0; i < lines.length; i++) {
                    rest.append(i == lost ? "" : lines[i]);
                }
                check(rest.toString().getBytes(StandardCharsets.UTF_8), "line " + lost + " of\n" + sample);
            }
        }
    }

    @Test
    void takesNoLongerThanTheInputIsLong() {
        List<String> inputs = List.of("Content-Type: text/plain; format=flowed\n\n" + "a \n".repeat(300_000),
                "Content-Type: a/b" + "; a*0=x".repeat(100_000) + "\n\n", "--- a/x\n+++ b/x\n"
                + "@@ -1,9999999 +1,9999999 @@\n".repeat(50_000),
                "--- a/x\n+++ b/x\n@@ -1,9999999 +1,9999999 @@\n" + "x\n".repeat(300_000),
                "diff --git a/x b/x\n".repeat(50_000),
                "Subject: " + "=?utf-8?q?x?= ".repeat(50_000) + "\n\n", "From a@b 10:00\nSubject: x\n\n".repeat(30_000),
                "Content-Type: multipart/mixed; boundary=x\n\n" + "--x\n".repeat(300_000), "> ".repeat(500_000),
                "Content-Transfer-Encoding: base64\n\n" + "AAAAAAAA\n".repeat(200_000),
                "Content-Type: message/rfc822\n\n".repeat(50_000));
        for (String input : inputs) {
            assertTimeoutPreemptively(Duration.ofSeconds(10),
                    () -> check(input.getBytes(StandardCharsets.UTF_8), input.substring(0, 60)));
        }
    }

    private static void check(byte[] input, String what) {
        PatchInput read = PatchReader.read("mutilated", input);
        int lines = 1;
        for (byte b : input) {
            lines += b == '\n' ? 1 : 0;
        }
        int last = lines;
        assertTrue(!read.patches().isEmpty()
                || read.diagnostics().stream().anyMatch(d -> d.severity() == Diagnostic.Severity.ERROR), what);
        assertTrue(read.diagnostics().stream()
                .allMatch(d -> d.line() >= 0 && d.line() <= last && !d.message().isEmpty()), what);
        assertTrue(read.patches().stream().flatMap(p -> p.files().stream()).flatMap(f -> f.hunks().stream())
                .flatMap(h -> h.lines().stream())
                .allMatch(line -> line.inputLine() >= 1 && line.inputLine() <= last), what);
    }

    private static byte[] mutilated(byte[] input, Random random) {
        byte[] bytes = input.clone();
        int times = 1 + random.nextInt(8);
        for (int i = 0; i < times && bytes.length > 2; i++) {
            bytes = switch (random.nextInt(5)) {
                case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
                case 1 -> withoutRange(bytes, random);
                case 2 -> doubled(bytes, random);
                default -> flipped(bytes, random);
            };
        }
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        for (int i = 0; i < 1 + bytes.length / 200; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] withoutRange(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(100));
        byte[] rest = new byte[bytes.length - (to - from)];
        System.arraycopy(bytes, 0, rest, 0, from);
        System.arraycopy(bytes, to, rest, from, bytes.length - to);
        return rest;
    }

    private static byte[] doubled(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        byte[] twice = Arrays.copyOf(bytes, bytes.length + (bytes.length - from));
        System.arraycopy(bytes, from, twice, bytes.length, bytes.length - from);
        return twice.length > 100_000 ? bytes : twice;
    }
}
