package org.casus.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.casus.export.Paint;
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
    private final Clock clock;
    private Instant minute = Instant.MIN;
    private Instant drawn = Instant.MIN;
    private int said;
    private int unsaid;
    private boolean open;

    WatchLines(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public synchronized void problem(String line) {
        newMinute();
        if (said >= MOST_A_MINUTE) {
            unsaid++;
            return;
        }
        said++;
        say(Paint.plain(line));
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
            say(unsaid + (unsaid == 1 ? " more problem" : " more problems") + " in the last minute");
            unsaid = 0;
        }
    }

    private void say(String line) {
        clear();
        console.say("casus: " + line);
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
        if (!console.showsProgress() || drawn.isAfter(now.minus(STEP))) {
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
        say(line(status));
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
