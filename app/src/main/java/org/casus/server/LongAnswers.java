package org.casus.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EofException;

/**
 * Answers that are written while they are made, such as exports and streams: a bounded number at once, each on a thread of its own,
 * since it waits for its client.
 */
final class LongAnswers implements AutoCloseable {
    private final ThreadPoolExecutor threads;
    private final String refusal;

    /** Writes an answer. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** @param what in the plural, for those who come when there are too many */
    LongAnswers(String what, int most) {
        this.refusal = "no more than " + most + " " + what + " at once; ask again later";
        this.threads = new ThreadPoolExecutor(0, most, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "casus-" + what);
            thread.setDaemon(true);
            return thread;
        });
    }

    void answer(Context context, Writing writing) {
        context.future(() -> {
            try {
                return CompletableFuture.runAsync(() -> write(context, writing), threads);
            } catch (RejectedExecutionException e) {
                return CompletableFuture.failedFuture(
                        HttpProblem.busy(refusal, 10).exception());
            }
        });
    }

    private static void write(Context context, Writing writing) {
        try (OutputStream out = context.res().getOutputStream()) {
            writing.to(out);
        } catch (EofException e) {
            // the client has gone, which is its right
            cutOff(context);
        } catch (IOException e) {
            cutOff(context);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            if (context.res().isCommitted()) {
                cutOff(context);
            }
            throw e;
        }
    }

    /** A client must be able to tell a part from the whole: the connection breaks before the end is marked. */
    private static void cutOff(Context context) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
