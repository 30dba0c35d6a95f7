package org.casus.feed;

import java.io.IOException;

/** A part of a gzip file that cannot be unpacked; the stream goes on behind it where it can. */
final class DamagedGzipException extends IOException {
    private final long member;

    DamagedGzipException(long member, String reason) {
        super("the gzip part at byte " + member + " is damaged: " + reason);
        this.member = member;
    }

    /** Where the damaged member begins in the packed file. */
    long member() {
        return member;
    }
}
