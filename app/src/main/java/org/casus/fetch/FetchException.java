package org.casus.fetch;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An address that could not be fetched; the message is for the user and goes on after the address and a colon. */
public final class FetchException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Whether asking again can help. */
    public enum Hope {
        /** The server or the way to it failed; later may be better. */
        LATER,
        /** It will be the same next time. */
        NEVER
    }

    private final Hope hope;
    private final @Nullable Duration retryAfter;
    private final int status;

    public FetchException(String reason, Hope hope) {
        this(reason, hope, null, 0);
    }

    FetchException(String reason, Hope hope, @Nullable Duration retryAfter, int status) {
        super(reason);
        this.hope = hope;
        this.retryAfter = retryAfter;
        this.status = status;
    }

    static FetchException later(String reason) {
        return new FetchException(reason, Hope.LATER);
    }

    static FetchException never(String reason) {
        return new FetchException(reason, Hope.NEVER);
    }

    public Hope hope() {
        return hope;
    }

    /** How long the server asked to be left alone, or null. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The status of the server's answer, 0 where there was none. */
    int status() {
        return status;
    }
}
