package org.casus.actor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name of the actor book found in a sentence.
 *
 * @param first its first token
 * @param end the token after its last
 * @param entries what it may stand for, at least one
 */
public record Hit(int first, int end, List<Entry> entries) {
    public Hit {
        entries = List.copyOf(entries);
    }

    /** The first entry of a kind, or null. */
    <E extends Entry> @Nullable E as(Class<E> kind) {
        for (Entry entry : entries) {
            if (kind.isInstance(entry)) {
                return kind.cast(entry);
            }
        }
        return null;
    }

    boolean is(Class<? extends Entry> kind) {
        return as(kind) != null;
    }

    /** True when it names a country, body or person, not only a role. */
    public boolean isIdentified() {
        return is(Entry.Country.class) || is(Entry.Body.class) || is(Entry.Person.class);
    }

    public int length() {
        return end - first;
    }
}
