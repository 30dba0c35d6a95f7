package org.casus.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.casus.log.Entry;
import org.casus.log.Log;
import org.casus.watch.WatchLog;
import org.casus.watch.WatchStatus;

/**
 * What is said on standard error while sources are followed: a line for each problem, but no more than some in a minute, and on a
 * terminal a line that tells how far it is.
 */
final class WatchLines implements WatchLog {
    private static final int MOST_A_MINUTE = 30;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration STEP = Duration.ofMillis(500);

    private final Console console;
    private final Log log;
    private final Clock clock;
    private Instant minute = Instant.MIN;
    private Instant drawn = Instant.MIN;
    private int said;
    private int unsaid;
    private boolean open;

    WatchLines(Console console, Log log, Clock clock) {
        this.console = console;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public synchronized void problem(String about, String reason) {
        newMinute();
        if (said >= MOST_A_MINUTE) {
            unsaid++;
            return;
        }
        said++;
        say(Entry.warn(reason).about(about));
    }

    private void newMinute() {
        Instant now = clock.instant();
        if (minute.isAfter(now.minus(MINUTE))) {
            return;
        }
        minute = now;
        said = 0;
        sayUnsaid();
    }

    private void sayUnsaid() {
        if (unsaid > 0) {
            say(Entry.warn(unsaid + (unsaid == 1 ? " more problem" : " more problems") + " in the last minute")
                    .with("problems", unsaid));
            unsaid = 0;
        }
    }

    private void say(Entry entry) {
        clear();
        log.write(entry);
    }

    private void clear() {
        if (open) {
            console.err().print("\r\u001b[K");
            open = false;
        }
    }

    @Override
    public synchronized void status(WatchStatus status) {
        newMinute();
        Instant now = clock.instant();
        if (log.form() == Log.Form.JSON || !console.showsProgress() || drawn.isAfter(now.minus(STEP))) {
            return;
        }
        drawn = now;
        open = true;
        String next = status.next() == null ? "" : ", next look in " + clockOf(Duration.between(now, status.next()));
        console.err().print("\r" + line(status) + next + "\u001b[K");
        console.err().flush();
    }

    /** The last line. */
    synchronized void finish(WatchStatus status) {
        sayUnsaid();
        say(Entry.info(line(status))
                .with("sources", status.sources())
                .with("looks", status.looks())
                .with("pages", status.fetched())
                .with("new", status.added())
                .with("known", status.same())
                .with("foreign", status.foreign())
                .with("errors", status.errors()));
    }

    private static String line(WatchStatus status) {
        return number(status.sources(), "source") + ", " + number(status.looks(), "look") + ", "
                + number(status.fetched(), "page") + ", " + number(status.added(), "new article")
                + (status.same() > 0 ? ", " + status.same() + " known" : "")
                + (status.foreign() > 0 ? ", " + status.foreign() + " not English" : "") + ", "
                + number(status.errors(), "error");
    }

    private static String number(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String clockOf(Duration wait) {
        long seconds = Math.max(0, wait.toSeconds());
        return seconds < 3_600
                ? String.format("%d:%02d", seconds / 60, seconds % 60)
                : String.format("%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }
}
