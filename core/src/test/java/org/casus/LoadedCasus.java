package org.casus;

/** One for all tests of a process: each takes a hundred megabytes and some seconds, and none can be changed by a test. */
public final class LoadedCasus {
    public static final Casus CASUS = Casus.load();

    private LoadedCasus() {}
}
