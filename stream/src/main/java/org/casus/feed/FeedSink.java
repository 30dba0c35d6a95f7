package org.casus.feed;

import org.casus.article.Problem;

/** Takes what a {@link Source} finds, in its order. */
public interface FeedSink {
    void found(Unread input);

    /** An input that cannot be read, and why. */
    void problem(Problem problem);

    /** A record or entry that is no page or text at all: a picture, a redirect, a request. */
    void passedOver();

    /** What a user wants to know of how an input is read, as the columns that were taken. */
    void note(String line);
}
