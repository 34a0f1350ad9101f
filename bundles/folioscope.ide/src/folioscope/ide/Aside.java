package folioscope.ide;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Work that is done beside the one who waits for it, so that he can leave at once: before its first run a review reads
 * and compiles models for a second or more, and only asks now and then whether to stop.
 */
final class Aside {

    /** How long it may take until somebody who cancels is heard, in milliseconds. */
    private static final int PATIENCE = 50;

    /** Reading C goes deep where C is nested deeply. */
    private static final long STACK_BYTES = 16L << 20;

    private Aside() {
    }

    /**
     * Waits for work.
     *
     * @param work is given the question whether to stop
     * @param cancelled asked in the thread that waits
     * @return what came out; nothing if it was cancelled, and the work ends on its own soon after
     * @throws ExecutionException if the work failed
     */
    static <T> Optional<T> run(Function<BooleanSupplier, T> work, BooleanSupplier cancelled) throws ExecutionException {
        AtomicBoolean stop = new AtomicBoolean();
        FutureTask<T> task = new FutureTask<>(() -> work.apply(stop::get));
        Thread thread = new Thread(null, task, "Folioscope review", STACK_BYTES);
        thread.setDaemon(true);
        if (cancelled.getAsBoolean()) {
            return Optional.empty();
        }
        thread.start();
        try {
            return Optional.ofNullable(await(task, cancelled));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            stop.set(true);
        }
    }

    /** What came out, or null if it was cancelled before or just after. */
    private static <T> T await(FutureTask<T> task, BooleanSupplier cancelled)
            throws InterruptedException, ExecutionException {
        while (true) {
            try {
                T result = task.get(PATIENCE, TimeUnit.MILLISECONDS);
                return cancelled.getAsBoolean() ? null : result;
            } catch (TimeoutException stillAtIt) {
                if (cancelled.getAsBoolean()) {
                    return null;
                }
            }
        }
    }
}
