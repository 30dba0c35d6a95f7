package org.casus.export;

import java.time.LocalDate;
import java.util.List;
import org.casus.actor.Actor;
import org.casus.actor.Sector;
import org.casus.article.Article;
import org.casus.codebook.CameoCode;
import org.casus.codebook.Status;
import org.casus.event.Event;
import org.casus.event.Evidence;
import org.casus.place.Place;
import org.casus.time.PartialDate;
import org.jspecify.annotations.Nullable;

/** Events made by hand, for what no short text gives. */
record Made(
        String code,
        Status status,
        boolean mutual,
        @Nullable String attribution,
        @Nullable PartialDate date) {
    static final LocalDate PUBLISHED = LocalDate.of(2024, 11, 20);
    static final Article ARTICLE = Article.of("a.txt", "https://example.org/a", "A", "Wire", PUBLISHED, "en", "text");

    static Made of(String code, Status status) {
        return new Made(code, status, false, null, PartialDate.of(LocalDate.of(2024, 11, 18)));
    }

    Made claimed() {
        return new Made(code, status, mutual, "a spokesman", date);
    }

    Made bothWays() {
        return new Made(code, status, true, attribution, date);
    }

    Made on(@Nullable PartialDate other) {
        return new Made(code, status, mutual, attribution, other);
    }

    Event event() {
        return event(
                actor("the French army", "France", "FRA", Sector.MIL), actor("Iran", "Iran", "IRN", Sector.GOV), null);
    }

    Event event(Actor source, @Nullable Actor target, @Nullable Place place) {
        CameoCode cameo = Coded.CASUS.codebook().code(code);
        return new Event(
                Article.fingerprint(source + code + target + status),
                cameo.type(),
                cameo.mode(),
                cameo.contexts(),
                cameo,
                Coded.CASUS.codebook().definition(cameo.type()).quad(),
                source,
                target,
                mutual,
                status,
                false,
                attribution,
                date,
                place,
                new Evidence("A sentence.", "trigger", 0, 7),
                0.9);
    }

    static Actor actor(String text, @Nullable String name, @Nullable String country, Sector sector) {
        return new Actor(text, name, country, sector, null, null);
    }

    static Coded.Told told(Event event) {
        return new Coded.Told(ARTICLE, event);
    }

    static List<Coded.Told> told(Actor source) {
        return List.of(told(of("112", Status.ACTUAL).event(source, null, null)));
    }
}
