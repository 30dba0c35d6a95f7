package org.casus.event;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.casus.actor.Actor;

/** The actors that an article has named so far: "the president" after "President Ilham Aliyev" is he. */
final class ArticleActors {
    private static final Set<String> DEFINITE = Set.of("the ", "The ", "his ", "its ");

    private final Map<String, Actor> byRole = new HashMap<>();

    /** The actor, completed from what the article said before where it is only a role ("the president"). */
    Actor remember(Actor actor) {
        String role = actor.role();
        if (role == null) {
            return actor;
        }
        Actor earlier = byRole.get(key(role));
        if (actor.isIdentified()) {
            byRole.put(key(role), actor);
            return actor;
        }
        boolean definite = DEFINITE.stream().anyMatch(actor.text()::startsWith);
        if (earlier == null || !definite || actor.name() != null) {
            return actor;
        }
        return new Actor(
                actor.text(), earlier.name(), earlier.country(), earlier.sector(), earlier.role(), earlier.id());
    }

    /** "Head of state" and "president" are one office to an article. */
    private static String key(String role) {
        return role.equals("head of state") ? "president" : role;
    }
}
