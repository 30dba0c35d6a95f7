package org.casus.actor;

import java.util.List;

/** An actor and, in words for people, what led to it. */
public record Resolution(Actor actor, List<String> reasons) {
    public Resolution {
        reasons = List.copyOf(reasons);
    }
}
