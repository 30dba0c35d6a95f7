package org.casus.log;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * <pre>{@code log.write(Entry.warn("answers 404").about("https://example.org/feed.xml"));}</pre>
 *
 * @param message for people: says everything, without the fields
 * @param about the address or file that it happened to, or null
 * @param fields for machines, in their order
 * @param cause a fault of the program, or null
 */
public record Entry(
        Level level,
        String message,
        @Nullable String about,
        Map<String, Object> fields,
        @Nullable Throwable cause) {
    /** How bad it is. */
    public enum Level {
        INFO,
        /** One thing failed, and the rest goes on. */
        WARN,
        ERROR
    }

    public static Entry info(String message) {
        return new Entry(Level.INFO, message, null, Map.of(), null);
    }

    public static Entry warn(String message) {
        return new Entry(Level.WARN, message, null, Map.of(), null);
    }

    public static Entry error(String message) {
        return new Entry(Level.ERROR, message, null, Map.of(), null);
    }

    /** The entry with what it is about, which people read before the message. */
    public Entry about(String addressOrFile) {
        return new Entry(level, message, addressOrFile, fields, cause);
    }

    /** The entry with one field more. */
    public Entry with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new Entry(level, message, about, more, cause);
    }

    /** The entry with the fault that led to it. */
    public Entry because(@Nullable Throwable fault) {
        return new Entry(level, message, about, fields, fault);
    }
}
