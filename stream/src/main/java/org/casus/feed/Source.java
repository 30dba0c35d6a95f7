package org.casus.feed;

import java.io.IOException;

/** An input that holds many: an archive, a web archive, a table. Reads on where one of them is damaged. */
interface Source {
    /**
     * Hands everything to the sink.
     *
     * @throws IOException when nothing more can be read of the whole; what was found before it stands
     */
    void read(FeedSink sink) throws IOException;
}
