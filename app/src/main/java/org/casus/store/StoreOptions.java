package org.casus.store;

/**
 * How much of the machine a store may take.
 *
 * @param memoryMb what DuckDB may hold in memory, in megabytes, beside Java's own heap
 * @param threads how many threads one question may use
 * @param readers how many questions are answered at once
 * @param timeoutSeconds how long a question may take, and wait for its turn
 */
public record StoreOptions(int memoryMb, int threads, int readers, int timeoutSeconds) {
    /** For a machine of one's own: half a gigabyte, all processors, ten seconds. */
    public static final StoreOptions DEFAULT = new StoreOptions(
            512,
            Runtime.getRuntime().availableProcessors(),
            Math.max(4, Runtime.getRuntime().availableProcessors()),
            10);
}
