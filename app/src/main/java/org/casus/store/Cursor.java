package org.casus.store;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;

/**
 * Where a page of events ended.
 *
 * @param value the last event's value in the order's column
 * @param key the last event's key
 */
public record Cursor(EventSort sort, String value, long key) {

    /** As text that a request can carry. */
    public String encode() {
        String text = sort.name() + "\n" + key + "\n" + value;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The cursor that {@link #encode} wrote; IllegalArgumentException when it is none. */
    public static Cursor decode(String text) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("no cursor");
        }
        Cursor cursor = new Cursor(EventSort.valueOf(parts[0]), parts[2], Long.parseLong(parts[1]));
        try {
            cursor.sort.kind().parse(cursor.value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no cursor", e);
        }
        return cursor;
    }

    EventFilter behind(EventFilter filter) {
        Object last = sort.kind().parse(value);
        return sort.kind() == EventSort.Kind.KEY
                ? filter.where(sort.behind(), key)
                : filter.where(sort.behind(), last, last, key);
    }
}
