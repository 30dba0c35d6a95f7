package org.casus.event;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.casus.actor.Actor;
import org.casus.reader.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The actors that an article has named so far: "the president" after "President Ilham Aliyev" is he, so is "Aliyev", and "he" where
 * no other person was named since.
 */
final class ArticleActors {
    private static final Set<String> DEFINITE = Set.of("the ", "The ", "his ", "its ");
    private static final Set<String> PRONOUNS = Set.of("he", "she", "him");

    private final Map<String, Actor> byRole = new HashMap<>();
    private final Map<String, Actor> bySurname = new HashMap<>();
    private @Nullable Actor lastPerson;

    /** The actor of a mention, completed from what the article said before where it is only a role, a surname or a pronoun. */
    Actor remember(Actor actor, Kind kind) {
        if (PRONOUNS.contains(actor.text().toLowerCase(Locale.ROOT))) {
            return completed(actor, lastPerson);
        }
        Actor known = actor.isIdentified() ? actor : completed(actor, earlier(actor, kind));
        if (known.isIdentified() && known.role() != null) {
            byRole.put(key(known.role()), known);
        }
        if (kind == Kind.PERSON) {
            lastPerson = known.isIdentified() ? known : null;
            if (known.isIdentified() && isName(surname(known.text()))) {
                bySurname.put(surname(known.text()), known);
            }
        }
        return known;
    }

    private @Nullable Actor earlier(Actor actor, Kind kind) {
        String role = actor.role();
        if (role != null) {
            boolean definite = DEFINITE.stream().anyMatch(actor.text()::startsWith);
            return definite && actor.name() == null ? byRole.get(key(role)) : null;
        }
        return kind == Kind.PERSON ? bySurname.get(surname(actor.text())) : null;
    }

    private static Actor completed(Actor actor, @Nullable Actor earlier) {
        return earlier == null
                ? actor
                : new Actor(
                        actor.text(),
                        earlier.name(),
                        earlier.country(),
                        earlier.sector(),
                        earlier.role(),
                        earlier.id());
    }

    private static String surname(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    private static boolean isName(String word) {
        return word.length() > 2 && Character.isUpperCase(word.charAt(0));
    }

    /** "Head of state" and "president" are one office to an article. */
    private static String key(String role) {
        return role.equals("head of state") ? "president" : role;
    }
}
