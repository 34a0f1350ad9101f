package folioscope.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C: asks the work to stop and keeps the virtual machine alive until what is done has been printed, for ten seconds at
 * most. The machine itself then ends with status 130.
 */
final class Interruption {

    private static final long PATIENCE_SECONDS = 10;

    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch finished = new CountDownLatch(1);

    /** Whether somebody asked to stop. */
    boolean asked() {
        return asked.get();
    }

    /** Listens from now on. */
    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    }

    /** Says that everything is printed. */
    void finished() {
        finished.countDown();
    }

    private void stop() {
        asked.set(true);
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
