package org.casus.text;

import java.util.Set;

/** The verbs by which news tells that somebody says something. */
public final class Saying {
    private static final Set<String> WORDS = Set.of(
            "said",
            "says",
            "say",
            "told",
            "tells",
            "stated",
            "states",
            "announced",
            "reported",
            "reports",
            "claimed",
            "claims",
            "added",
            "noted",
            "notes",
            "stressed",
            "underlined",
            "reiterated",
            "emphasized",
            "emphasised",
            "declared",
            "confirmed",
            "explained",
            "recalled",
            "alleged",
            "insisted",
            "argued",
            "wrote",
            "tweeted",
            "described",
            "acknowledged",
            "maintained",
            "remarked",
            "pointed",
            "informed",
            "testified");

    private Saying() {}

    /** True for a form of such a verb, in lower case. */
    public static boolean is(String word) {
        return WORDS.contains(word);
    }
}
