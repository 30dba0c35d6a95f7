package org.casus.fetch;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whose turn it is: one request at a time for each host, with a pause before the next. A host is a name with its port; nobody waits
 * in here, who gets no turn does something else meanwhile.
 */
public final class Hosts {
    private static final int SWEPT_AT = 10_000;

    private final Clock clock;
    private final Map<String, Instant> free = new HashMap<>();

    public Hosts(Clock clock) {
        this.clock = clock;
    }

    /** The host of an address. */
    public static String of(URI address) {
        return address.getRawAuthority();
    }

    /** True when the host may be asked now; the caller has the turn until it is given back. */
    public synchronized boolean take(String host) {
        if (free.getOrDefault(host, Instant.MIN).isAfter(clock.instant())) {
            return false;
        }
        free.put(host, Instant.MAX);
        return true;
    }

    /** Gives the turn back; the host may be asked again after the pause. */
    public synchronized void giveBack(String host, Duration pause) {
        Instant now = clock.instant();
        free.put(host, now.plus(pause));
        if (free.size() > SWEPT_AT) {
            free.values().removeIf(moment -> moment.isBefore(now));
        }
    }

    /** When the host may be asked; {@link Instant#MAX} while someone has the turn. */
    public synchronized Instant freeAt(String host) {
        return free.getOrDefault(host, Instant.MIN);
    }

    /** The hosts that asked for a pause longer than this. */
    public synchronized Set<String> resting(Duration longer) {
        Instant limit = clock.instant().plus(longer);
        Set<String> names = new HashSet<>();
        free.forEach((host, moment) -> {
            if (moment.isAfter(limit) && !moment.equals(Instant.MAX)) {
                names.add(host);
            }
        });
        return names;
    }
}
