package org.casus.listing;

/** What is no feed or sitemap that can be read; the message is for the user and goes on after the address and a colon. */
public final class FeedFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    FeedFormatException(String message) {
        super(message);
    }
}
