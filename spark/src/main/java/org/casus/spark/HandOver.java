package org.casus.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Turns what one pushes into what another pulls, through a short queue between two threads: the readers push, Spark pulls, and no archive has
 * to fit into memory.
 */
final class HandOver<T> implements Iterator<T>, AutoCloseable {
    /** Pushes all there is. */
    interface Giver<T> {
        void giveTo(Taker<T> taker) throws Exception;
    }

    /** Takes one thing after the other. */
    interface Taker<T> {
        /** Waits while the queue is full; false when nobody pulls any more. */
        boolean take(T value);
    }

    private record Item<T>(@Nullable T value, @Nullable Throwable failure) {}

    private static final int WAITING = 64;

    private final BlockingQueue<Item<T>> queue = new LinkedBlockingQueue<>(WAITING);
    private volatile boolean closed;
    private @Nullable Item<T> next;
    private boolean over;

    HandOver(String name, Giver<T> giver) {
        Thread thread = new Thread(
                () -> {
                    Throwable failure = null;
                    try {
                        giver.giveTo(value -> put(new Item<>(value, null)));
                    } catch (Throwable e) {
                        failure = e;
                    }
                    put(new Item<>(null, failure));
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private boolean put(Item<T> item) {
        try {
            while (!closed) {
                if (queue.offer(item, 100, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !over) {
            try {
                next = queue.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            if (next.value() == null) {
                over = true;
                Throwable failure = next.failure();
                next = null;
                if (failure != null) {
                    throw new IllegalStateException(failure);
                }
            }
        }
        return next != null;
    }

    @Override
    public T next() {
        if (!hasNext() || next == null || next.value() == null) {
            throw new NoSuchElementException();
        }
        T value = next.value();
        next = null;
        return value;
    }

    /** Nothing more is wanted. */
    @Override
    public void close() {
        closed = true;
    }
}
