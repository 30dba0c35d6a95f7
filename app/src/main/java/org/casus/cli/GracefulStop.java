package org.casus.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a command end its work and close its files when the process is told to end, before the machine goes. */
final class GracefulStop {
    private static final long LONGEST_SECONDS = 15;

    private final CountDownLatch closed = new CountDownLatch(1);

    /** From now on the end of the process asks the command to stop, and waits for {@link #done}. */
    void onEnd(Runnable ask) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ask.run();
            await();
        }));
    }

    /** All is closed: nothing holds the process any more. */
    void done() {
        closed.countDown();
    }

    private void await() {
        try {
            if (!closed.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
