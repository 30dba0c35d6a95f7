package org.casus.cli;

import java.time.Duration;

/** A line on standard error for work that lasts: done, left, rate. Silent in its first two seconds and when nobody watches. */
final class Progress {
    private static final long SILENCE_MILLIS = 2_000;
    private static final long STEP_MILLIS = 200;
    private static final int BAR = 24;

    private final Console console;
    private final String unit;
    private final long total;
    private final long began = System.nanoTime();
    private long done;
    private long drawn;

    /** @param total how many there will be, or 0 where that is not known */
    Progress(Console console, String unit, long total) {
        this.console = console;
        this.unit = unit;
        this.total = total;
    }

    void step() {
        done++;
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        if (console.showsProgress() && millis > SILENCE_MILLIS && millis - drawn > STEP_MILLIS) {
            drawn = millis;
            console.err().print("\r" + line(millis) + "\u001b[K");
            console.err().flush();
        }
    }

    private String line(long millis) {
        double rate = done * 1000.0 / millis;
        if (total == 0) {
            return String.format("%,d %s, %.0f/s", done, unit, rate);
        }
        int filled = (int) Math.min(BAR, BAR * done / total);
        long left = (long) ((total - done) / Math.max(rate, 0.01));
        return String.format(
                "[%s%s] %,d of %,d %s, %.0f/s, %d:%02d left",
                "#".repeat(filled), ".".repeat(BAR - filled), done, total, unit, rate, left / 60, left % 60);
    }

    void finish() {
        if (drawn > 0) {
            console.err().print("\r\u001b[K");
            console.err().flush();
        }
    }
}
