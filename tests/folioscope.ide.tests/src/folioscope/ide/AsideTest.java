package folioscope.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting for work that may be left at any time. */
@Timeout(30)
class AsideTest {

    @Test
    void givesWhatComesOut() throws ExecutionException {
        assertEquals(Optional.of("done"), Aside.run(stop -> "done", () -> false));
    }

    @Test
    void leavesWorkThatNeverAsks() throws ExecutionException {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger questions = new AtomicInteger();

        assertEquals(Optional.empty(), Aside.run(stop -> waitFor(end), () -> questions.incrementAndGet() > 2));

        end.countDown();
    }

    @Test
    void tellsWorkToStop() throws ExecutionException, InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicInteger questions = new AtomicInteger();

        Aside.run(stop -> {
            while (!stop.getAsBoolean()) {
                Thread.onSpinWait();
            }
            stopped.countDown();
            return "";
        }, () -> questions.incrementAndGet() > 2);

        assertTrue(stopped.await(20, TimeUnit.SECONDS));
    }

    @Test
    void takesNothingFromWorkThatEndsWhenCancelled() throws ExecutionException {
        AtomicInteger questions = new AtomicInteger();

        assertEquals(Optional.empty(), Aside.run(stop -> "half", () -> questions.incrementAndGet() > 1));
    }

    @Test
    void doesNotBeginWhenCancelled() throws ExecutionException {
        assertEquals(Optional.empty(), Aside.run(stop -> {
            throw new AssertionError("began");
        }, () -> true));
    }

    @Test
    void passesFailureOn() {
        ExecutionException e = assertThrows(ExecutionException.class, () -> Aside.run(stop -> {
            throw new IllegalStateException("broken");
        }, () -> false));

        assertEquals("broken", e.getCause().getMessage());
    }

    private static String waitFor(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "too late";
    }
}
