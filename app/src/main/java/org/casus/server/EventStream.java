package org.casus.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.casus.store.EventFilter;
import org.casus.store.EventSort;
import org.casus.store.Events;
import org.casus.store.Store;
import org.casus.store.StoredEvent;

/**
 * Newly coded events, sent as they are kept. What a reader has not taken yet waits in the store and not in memory: each reader goes
 * on from the last event that it took.
 */
final class EventStream {
    private static final int MOST_AT_ONCE = 200;
    private static final long LOOK_EVERY_MS = 250;
    private static final long HEARTBEAT_MS = 15_000;
    private static final byte[] HEARTBEAT = ": still here\n\n".getBytes(StandardCharsets.UTF_8);

    private final Store store;
    private volatile boolean closing;

    EventStream(Store store) {
        this.store = store;
    }

    /** The key of the newest event; 0 when there is none. */
    long newest() {
        return store.events().page(EventFilter.ALL, EventSort.LAST_CODED, null, 1).events().stream()
                .mapToLong(StoredEvent::key)
                .findFirst()
                .orElse(0);
    }

    /** Sends events behind a key until the reader goes or the server stops. */
    void send(EventFilter filter, long after, OutputStream out) throws IOException {
        long last = after;
        long seen = -1;
        long written = 0;
        while (!closing) {
            long changes = store.changes();
            if (changes != seen) {
                Events.Page page = store.events().page(filter.after(last), EventSort.FIRST_CODED, null, MOST_AT_ONCE);
                for (StoredEvent event : page.events()) {
                    out.write(message(event));
                    last = event.key();
                }
                if (!page.events().isEmpty()) {
                    out.flush();
                    written = now();
                }
                seen = page.next() == null ? changes : -1;
            } else if (now() - written > HEARTBEAT_MS) {
                out.write(HEARTBEAT);
                out.flush();
                written = now();
            } else if (!rest()) {
                return;
            }
        }
    }

    private static byte[] message(StoredEvent event) {
        byte[] head = ("event: event\nid: " + event.key() + "\ndata: ").getBytes(StandardCharsets.UTF_8);
        byte[] data = Json.bytes(event);
        byte[] message = new byte[head.length + data.length + 2];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(data, 0, message, head.length, data.length);
        message[message.length - 2] = '\n';
        message[message.length - 1] = '\n';
        return message;
    }

    private static boolean rest() {
        try {
            Thread.sleep(LOOK_EVERY_MS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    void close() {
        closing = true;
    }
}
