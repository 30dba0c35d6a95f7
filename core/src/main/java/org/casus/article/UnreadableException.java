package org.casus.article;

/** An input that is no article; the message says why. */
final class UnreadableException extends Exception {
    UnreadableException(String reason) {
        super(reason);
    }
}
