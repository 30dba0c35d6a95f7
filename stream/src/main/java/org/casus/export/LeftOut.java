package org.casus.export;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts the events that a format could not carry, by reason. */
final class LeftOut {
    /** Why an event is left out. */
    enum Reason {
        DENIED("denied"),
        PLANNED("planned in words"),
        CLAIMED("only claimed"),
        POSSIBLE("possible"),
        UNDATED("without a date"),
        NO_TARGET("without a target");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        boolean isOfStatus() {
            return compareTo(POSSIBLE) <= 0;
        }
    }

    private final String format;
    private final Map<Reason, Integer> counts = new EnumMap<>(Reason.class);

    /** @param format the format's name, for the message */
    LeftOut(String format) {
        this.format = format;
    }

    void count(Reason reason) {
        counts.merge(reason, 1, Integer::sum);
    }

    /** Empty where nothing was left out. */
    Optional<String> message() {
        int all = counts.values().stream().mapToInt(count -> count).sum();
        if (all == 0) {
            return Optional.empty();
        }
        String reasons = counts.entrySet().stream()
                .map(entry -> entry.getKey().label + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        boolean status = counts.keySet().stream().anyMatch(Reason::isOfStatus);
        return Optional.of((all == 1 ? "1 event" : all + " events") + " left out: " + reasons
                + (status ? " (" + format + " has no status)" : ""));
    }
}
