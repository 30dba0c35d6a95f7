package org.casus.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Ends connections that drip: the head of a request that does not come to its end, and answers that are taken too slowly. Idle
 * time-outs do not see these, since now and then a byte moves.
 */
final class SlowClients implements AutoCloseable {
    private static final int SECONDS_WATCHED = 10;

    private final ServerConnector connector;
    private final long headSeconds;
    private final long slowest;
    private final Map<EndPoint, Watch> watched = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "casus-slow-clients");
        thread.setDaemon(true);
        return thread;
    });

    SlowClients(ServerConnector connector, Limits limits) {
        this.connector = connector;
        this.headSeconds = limits.header().toSeconds();
        this.slowest = limits.slowest();
    }

    void start() {
        ScheduledFuture<?> unused = clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        watched.keySet().retainAll(connector.getConnectedEndPoints());
        for (EndPoint client : connector.getConnectedEndPoints()) {
            Connection connection = client.getConnection();
            if (connection != null
                    && watched.computeIfAbsent(client, any -> new Watch()).isTooSlow(client, connection)) {
                watched.remove(client);
                client.close();
            }
        }
    }

    /** What was seen of one connection; a tick is a second. */
    private final class Watch {
        private long requests;
        private long bytesAtRest;
        private int headTicks;
        private long sent;
        private int writeTicks;

        boolean isTooSlow(EndPoint client, Connection connection) {
            return isHeadOverdue(connection) || isTakingTooSlowly(client, connection);
        }

        private boolean isHeadOverdue(Connection connection) {
            boolean answering = connection.getMessagesIn() != connection.getMessagesOut();
            if (answering || connection.getMessagesIn() != requests) {
                requests = connection.getMessagesIn();
                bytesAtRest = connection.getBytesIn();
                headTicks = 0;
                return false;
            }
            return connection.getBytesIn() != bytesAtRest && ++headTicks > headSeconds;
        }

        private boolean isTakingTooSlowly(EndPoint client, Connection connection) {
            boolean waiting = client instanceof AbstractEndPoint point
                    && point.getWriteFlusher().isPending();
            if (!waiting) {
                writeTicks = 0;
                return false;
            }
            if (writeTicks == 0) {
                sent = connection.getBytesOut();
            }
            if (++writeTicks <= SECONDS_WATCHED) {
                return false;
            }
            writeTicks = 0;
            return connection.getBytesOut() - sent < slowest * SECONDS_WATCHED;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
