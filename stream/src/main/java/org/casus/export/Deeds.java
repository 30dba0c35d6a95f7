package org.casus.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.casus.article.Article;
import org.casus.codebook.CameoCode;
import org.casus.codebook.Codebook;
import org.casus.codebook.EventType;
import org.casus.codebook.Folding;
import org.casus.codebook.Status;
import org.casus.event.Event;
import org.casus.time.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Makes events plain for formats that have no status and need a day. What is planned becomes its intent ({@link Folding}), a possible
 * ASSAULT a threat; what is denied, otherwise possible, or planned in words is left out and counted, and so is what has no day.
 *
 * <p>A possible deed that somebody tells of another is a claim: the accusation is an event of its own already, and a threat by the
 * accused nobody has heard, so it is left out. Source of the rules: PLOVER manual, draft of 17 September 2021, on auxiliary modes.
 */
final class Deeds {
    private final Codebook codebook;
    private final Folding folding;
    private final boolean bothWays;
    private final LeftOut leftOut;
    private final Accused accused = new Accused();

    /** @param bothWays whether what is mutual is told twice, once from either side, as CAMEO has it */
    Deeds(Codebook codebook, boolean bothWays, LeftOut leftOut) {
        this.codebook = codebook;
        this.folding = new Folding(codebook);
        this.bothWays = bothWays;
        this.leftOut = leftOut;
    }

    /** None where the event is left out, two for a mutual one told both ways. */
    List<Deed> of(Article article, Event event) {
        accused.note(article, event);
        Optional<CameoCode> code = code(event);
        if (code.isEmpty()) {
            return List.of();
        }
        boolean ahead = event.status() != Status.ACTUAL;
        Optional<LocalDate> day = ahead && article.published() != null
                ? Optional.of(article.published())
                : day(event.date(), article.published());
        if (day.isEmpty()) {
            leftOut.count(LeftOut.Reason.UNDATED);
            return List.of();
        }
        Deed deed = deed(article, event, code.get(), day.get());
        return bothWays && event.mutual() && event.target() != null ? List.of(deed, back(deed)) : List.of(deed);
    }

    private Optional<CameoCode> code(Event event) {
        CameoCode code = event.cameo();
        return switch (event.status()) {
            case ACTUAL -> Optional.of(code);
            case DENIED -> leftOut(LeftOut.Reason.DENIED);
            case PLANNED ->
                isOfWhatIsAhead(event.type())
                        ? Optional.of(code)
                        : intent(code).or(() -> leftOut(LeftOut.Reason.PLANNED));
            case POSSIBLE -> {
                boolean claimed = event.attribution() != null || accused.isDoerOf(event);
                yield event.type() == EventType.ASSAULT && !claimed
                        ? intent(code)
                        : leftOut(claimed ? LeftOut.Reason.CLAIMED : LeftOut.Reason.POSSIBLE);
            }
        };
    }

    /** A promise or threat speaks of what is to come itself. */
    private static boolean isOfWhatIsAhead(EventType type) {
        return type == EventType.AGREE || type == EventType.THREATEN;
    }

    private Optional<CameoCode> intent(CameoCode code) {
        CameoCode intent = folding.fold(code, Status.PLANNED);
        return intent.equals(code) ? Optional.empty() : Optional.of(intent);
    }

    private Optional<CameoCode> leftOut(LeftOut.Reason reason) {
        leftOut.count(reason);
        return Optional.empty();
    }

    /** The day of publication where that lies in the month or year that the text tells, or where it tells none; else the first. */
    static Optional<LocalDate> day(@Nullable PartialDate date, @Nullable LocalDate published) {
        if (date == null) {
            return Optional.ofNullable(published);
        }
        boolean within = published != null && !published.isBefore(date.first()) && !published.isAfter(date.last());
        return Optional.of(within ? published : date.first());
    }

    private Deed deed(Article article, Event event, CameoCode code, LocalDate day) {
        boolean same = code.equals(event.cameo());
        EventType type = same ? event.type() : intent(event.type(), code);
        return new Deed(
                event.id(),
                article,
                event,
                code,
                type,
                same ? event.quad() : codebook.definition(type).quad(),
                same ? event.mode() : code.mode(),
                event.source(),
                event.target(),
                day);
    }

    /** PLOVER's manual has a future RETREAT as CONCEDE, where its table has the code of the intent as AGREE. */
    private static EventType intent(EventType type, CameoCode code) {
        return type == EventType.RETREAT ? EventType.CONCEDE : code.type();
    }

    private static Deed back(Deed deed) {
        return new Deed(
                Article.fingerprint(deed.id() + " back"),
                deed.article(),
                deed.event(),
                deed.code(),
                deed.type(),
                deed.quad(),
                deed.mode(),
                Objects.requireNonNull(deed.target()),
                deed.source(),
                deed.day());
    }
}
