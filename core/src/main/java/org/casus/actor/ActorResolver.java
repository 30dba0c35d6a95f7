package org.casus.actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.casus.actor.Entry.Body;
import org.casus.actor.Entry.Country;
import org.casus.actor.Entry.Form;
import org.casus.actor.Entry.Office;
import org.casus.actor.Entry.Person;
import org.casus.actor.Entry.Role;
import org.casus.place.Gazetteer;
import org.casus.place.Place;
import org.casus.place.PlaceContext;
import org.casus.text.Sentence;
import org.casus.text.TextSplitter;
import org.casus.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Tells who a phrase stands for: a known person or body by name, else a country word and a role word.
 *
 * <pre>{@code
 * resolver.resolve("Chief of Pakıstan’s Army Staff Asim Munir", LocalDate.of(2023, 11, 1)).actor();
 * // PAK MIL, army chief, Asim Munir
 * }</pre>
 *
 * Order of trust: person known by name at the date, body known by name, country plus role, country alone, role alone. What
 * stands before the first "of", "in", "from" weighs more than what follows; what follows "to", "against", "with" says nothing
 * about who someone is ("US ambassador to Pakistan").
 */
public final class ActorResolver {
    private static final Set<String> FORMER = Set.of("former", "ex", "onetime", "erstwhile", "ousted", "deposed");

    /** After these a country tells where someone belongs. */
    private static final Set<String> BELONGING = Set.of("of", "in", "from", "for", "at");

    /** After these nothing tells who someone is. */
    private static final Set<String> OUTWARD =
            Set.of("to", "against", "with", "on", "over", "about", "who", "which", "that", "by", "towards", "toward");

    /** Those whose "to" tells whom they serve: "aides to the Malian prime minister". */
    private static final Set<String> SERVING =
            Set.of("aide", "aides", "adviser", "advisers", "advisor", "advisors", "assistant", "assistants", "counsel");

    /** Roles of a government that is called after who heads it. */
    private static final Set<String> GOVERNMENT = Set.of("administration", "cabinet", "government", "regime");

    /** Roles in which a state is present at a body of states: "Britain's UN ambassador". */
    private static final Set<String> DIPLOMAT = Set.of("ambassador", "envoy", "permanent representative", "diplomat");

    private static final Set<String> UPROOTED = Set.of("displaced", "refugee");

    private static final Set<String> LOOSE_SUFFIX = Set.of(
            "backed",
            "led",
            "born",
            "occupied",
            "controlled",
            "held",
            "administered",
            "allied",
            "recognised",
            "recognized",
            "aligned",
            "trained",
            "funded",
            "supported",
            "sponsored",
            "made",
            "brokered",
            "educated",
            "language",
            "speaking");

    private static final Set<String> LOOSE_PREFIX = Set.of("anti", "pro", "non");

    private final TextSplitter splitter;
    private final ActorIndex index;
    private final Gazetteer gazetteer;

    public ActorResolver(ActorIndex index, TextSplitter splitter, Gazetteer gazetteer) {
        this.index = index;
        this.splitter = splitter;
        this.gazetteer = gazetteer;
    }

    /**
     * Resolves a phrase on its own.
     *
     * @param date the day for which offices count; null: the latest office known
     */
    public Resolution resolve(String phrase, @Nullable LocalDate date) {
        Sentence sentence = splitter.single(phrase);
        if (sentence.tokens().isEmpty()) {
            return new Resolution(new Actor(phrase, null, null, Sector.UNK, null, null), List.of("no words"));
        }
        return resolve(sentence, index.find(sentence), 0, sentence.tokens().size(), date);
    }

    /**
     * Resolves a span of a sentence.
     *
     * @param hits the names in the whole sentence ({@link ActorIndex#find})
     * @param first the span's first token
     * @param end the token after its last
     */
    public Resolution resolve(Sentence sentence, List<Hit> hits, int first, int end, @Nullable LocalDate date) {
        return new Phrase(sentence, hits, first, end, date).resolve();
    }

    /** One phrase in work. */
    private final class Phrase {
        private final Sentence sentence;
        private final List<Token> tokens;
        private final int first;
        private final int end;
        private final @Nullable LocalDate date;
        private final List<Hit> hits = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();

        /** The country of a government that is called after its head, or null. */
        private final @Nullable String ledCountry;

        /** Where the head ends: at the first preposition that is no part of a name. */
        private int headEnd;

        /** Where what belongs to the head ends: at the first preposition that points outward. */
        private int belongingEnd;

        Phrase(Sentence sentence, List<Hit> all, int first, int end, @Nullable LocalDate date) {
            this.sentence = sentence;
            this.tokens = sentence.tokens();
            this.first = first;
            this.end = end;
            this.date = date;
            for (Hit hit : all) {
                if (hit.first() >= first && hit.end() <= end && !hit.is(Entry.NonActor.class)) {
                    hits.add(hit);
                }
            }
            ledCountry = takeLeader();
            headEnd = end;
            belongingEnd = end;
            for (int t = first; t < end; t++) {
                String word = tokens.get(t).lower();
                boolean inName = inside(t) || Quantities.isCountingOf(tokens, t);
                boolean ledBy = t > first
                        && word.equals("by")
                        && Set.of("led", "headed").contains(tokens.get(t - 1).lower());
                if (ledBy) {
                    headEnd = Math.min(headEnd, t - 1);
                }
                boolean serving = t > first
                        && word.equals("to")
                        && SERVING.contains(tokens.get(t - 1).lower());
                if (serving) {
                    headEnd = Math.min(headEnd, t);
                    continue;
                }
                if (!inName && !ledBy && t > first && OUTWARD.contains(word)) {
                    belongingEnd = t;
                    headEnd = Math.min(headEnd, t);
                    break;
                }
                // "the government and people of Chile": the first of the two heads the phrase
                if (!inName && t > first && (BELONGING.contains(word) || word.equals("and"))) {
                    headEnd = Math.min(headEnd, t);
                }
            }
        }

        /** "The Bush administration", "Netanyahu's new government": whose it is; the leader's own name is no actor then. */
        private @Nullable String takeLeader() {
            for (Hit hit : hits) {
                Role role = hit.as(Role.class);
                if (role == null || !GOVERNMENT.contains(role.label())) {
                    continue;
                }
                int at = hit.first() - 1;
                for (int back = 0; back < 2 && at > first && !tokens.get(at).isCapitalised(); back++) {
                    at -= tokens.get(at).lower().equals("'s") ? 0 : 1;
                }
                boolean owned = at > first && tokens.get(at).lower().equals("'s");
                int name = owned ? at - 1 : hit.first() - 1;
                String country = name < first
                        ? null
                        : index.leaders().countryOf(tokens.get(name).text(), date);
                Hit around = hits.stream()
                        .filter(other -> other.first() <= name && name < other.end())
                        .findFirst()
                        .orElse(null);
                if (country != null && (around == null || around.is(Person.class))) {
                    hits.remove(around);
                    reasons.add("\"" + tokens.get(name).text() + "\" heads a government → " + country);
                    return country;
                }
            }
            return null;
        }

        private boolean inside(int token) {
            return hits.stream().anyMatch(hit -> token >= hit.first() && token < hit.end());
        }

        Resolution resolve() {
            String text = sentence.textOf(first, end);
            Hit person = lastIn(first, headEnd, Person.class);
            Hit roleHit = role();
            Role role = roleHit == null ? null : roleHit.as(Role.class);
            String country = country();
            if (country == null) {
                country = ledCountry != null || role == null ? ledCountry : countryOfOwner();
            }
            if (country == null && role != null) {
                country = countryOfPlace(roleHit);
            }
            Hit body = lastIn(first, headEnd, Body.class);
            if (body != null && country != null && role != null && (isLoose(body) || isAccredited(body, role))) {
                return of(role, text, country, roleHit);
            }
            boolean bodyOwns = false;
            if (body == null) {
                body = lastIn(headEnd, belongingEnd, Body.class);
                bodyOwns = body != null;
            }
            if (person == null) {
                // a name that trails its office: "Chief of Pakistan's Army Staff Asim Munir"
                person = trailingPerson();
            }
            if (person != null && body != null && body.first() < person.first() && isWorldly(body)) {
                // "UN mediator Lakhdar Brahimi", whatever he was at home
                Person known = personIn(person);
                Actor there = of(body.as(Body.class), text, role, country).actor();
                return done(new Actor(text, known.name(), there.country(), there.sector(), there.role(), known.id()));
            }
            if (person != null) {
                return of(personIn(person), text, role);
            }
            if (body != null && role != null && isCommunity(body.as(Body.class).sector())) {
                // "Tigrayan rebels", "a Druze lawmaker": a people tells where someone belongs, the role what he is
                return of(
                        role,
                        text,
                        country != null ? country : body.as(Body.class).country(),
                        roleHit);
            }
            if (body != null
                    && (roleHit == null
                            || bodyOwns
                            || body.first() < roleHit.first()
                            || (body.end() == headEnd && roleHit.end() == body.first())
                            || role.kind() == Entry.RoleKind.PERSON)) {
                return of(body.as(Body.class), text, role, country);
            }
            if (role != null) {
                return of(role, text, country, roleHit);
            }
            return plain(text, country);
        }

        /** "A spokesman for Vladimir Putin" is of the country of him whom he serves. */
        private @Nullable String countryOfOwner() {
            Hit owner = trailingPerson() == null ? lastIn(headEnd, belongingEnd, Person.class) : null;
            if (owner == null) {
                return null;
            }
            Person person = personIn(owner);
            reasons.add("of " + person.name() + ", " + office(person).country());
            return office(person).country();
        }

        private @Nullable Hit trailingPerson() {
            Hit last = hits.isEmpty() ? null : hits.get(hits.size() - 1);
            Hit office = role();
            if (last == null || office == null || last.end() != end || !last.is(Person.class) || belongingEnd != end) {
                return null;
            }
            // "supporters of President Morsi", "relatives of Alexei Navalny" are not he
            if (last.first() == headEnd + 1) {
                return null;
            }
            Hit other = lastIn(Math.max(headEnd, office.end()), last.first(), Role.class);
            return other == null ? last : null;
        }

        private boolean isWorldly(Hit body) {
            return body.as(Body.class).sector() == Sector.IGO && !isLoose(body);
        }

        /** "Britain's UN ambassador" speaks for Britain; "the UN envoy for Yemen" for the UN. */
        private boolean isAccredited(Hit body, Role role) {
            return body.as(Body.class).sector() == Sector.IGO
                    && DIPLOMAT.contains(role.label())
                    && lastIn(first, body.first(), Country.class) != null;
        }

        private Resolution of(Person person, String text, @Nullable Role role) {
            Office named = role == null ? null : officeCalled(person, role);
            Office office = named != null ? named : office(person);
            boolean over = date != null && office.period().isOver(date);
            boolean former = over || isFormer();
            reasons.add("known person " + person.name() + ": " + (former ? "former " : "") + office.role() + ", "
                    + office.country() + (date == null ? "" : " at " + date));
            String roleName = former ? "former " + office.role() : office.role();
            Sector sector = former && isOfState(office.sector()) ? Sector.ELI : office.sector();
            return done(new Actor(text, person.name(), office.country(), sector, roleName, person.id()));
        }

        /** Whom a name means where several bore it: the one in office at the date, else the first. */
        private Person personIn(Hit hit) {
            Person first = null;
            for (Entry entry : hit.entries()) {
                if (entry instanceof Person person) {
                    first = first == null ? person : first;
                    if (date != null
                            && person.offices().stream()
                                    .anyMatch(office -> office.period().contains(date))) {
                        return person;
                    }
                }
            }
            return Objects.requireNonNull(first);
        }

        /** The office that the phrase itself gives, by its name, else by its kind: "former prime minister Imran Khan", whatever he leads today. */
        private @Nullable Office officeCalled(Person person, Role role) {
            Office best = null;
            Office ofKind = null;
            for (Office office : person.offices()) {
                boolean begun = date == null
                        || office.period().from() == null
                        || !office.period().from().isAfter(date);
                if (begun && office.role().equals(role.label())) {
                    best = office;
                }
                if (begun && !role.generic() && office.sector() == role.sector() && isOfState(role.sector())) {
                    ofKind = office;
                }
            }
            return best != null || role.sector() == Sector.GOV ? best : ofKind;
        }

        /** The office held at the date; else the last one held before it; else the first. */
        private Office office(Person person) {
            Office best = person.offices().get(0);
            for (Office office : person.offices()) {
                if (date != null && office.period().contains(date)) {
                    return office;
                }
                if (date == null
                        || (office.period().from() != null
                                && !office.period().from().isAfter(date))) {
                    best = office;
                }
            }
            return best;
        }

        private Resolution of(Body body, String text, @Nullable Role role, @Nullable String country) {
            // "Kurds in Iraq", "Oxfam in Yemen": what is at home in many countries is where the phrase says
            boolean wide =
                    (!Actor.isCountry(body.country()) && !body.country().equals("IGO")) || isCommunity(body.sector());
            String where = wide && Actor.isCountry(country) ? country : body.country();
            Sector sector = body.sector();
            if (role != null && role.sector() == Sector.MIL && body.sector() == Sector.IGO) {
                sector = Sector.MIL;
            }
            if (sector == Sector.PTY && isOpposed()) {
                sector = Sector.OPP;
            }
            reasons.add("known body " + body.name() + ": " + body.country() + " " + sector);
            String roleName = role == null ? null : role.label();
            return done(new Actor(text, body.name(), where, isFormer() ? Sector.ELI : sector, roleName, body.id()));
        }

        private Resolution of(Role role, String text, @Nullable String country, Hit roleHit) {
            Sector sector = role.sector();
            String label = role.label();
            if (role.generic()) {
                Role owner = owner(roleHit);
                if (owner != null) {
                    sector = owner.sector();
                    reasons.add("\"" + role.label() + "\" of \"" + owner.label() + "\"");
                }
            }
            boolean former = isFormer() && role.kind() == Entry.RoleKind.PERSON;
            reasons.add("role \"" + words(roleHit) + "\" → " + role.sector());
            return done(new Actor(
                    text,
                    name(roleHit),
                    country,
                    former && isOfState(sector) ? Sector.ELI : sector,
                    former ? "former " + label : label,
                    null));
        }

        private Resolution plain(String text, @Nullable String country) {
            Hit hit = lastIn(first, headEnd, Country.class);
            if (country != null && hit != null) {
                Country entry = countryOf(hit);
                Sector sector = entry.sector();
                if (hit.end() < headEnd
                        && tokens.get(hit.end()).isCapitalised()
                        && !entry.form().equals(Form.NAME)) {
                    sector = Sector.UNK;
                } else if (hit.first() > first
                        && UPROOTED.contains(tokens.get(hit.first() - 1).lower())) {
                    sector = Sector.REF;
                } else if (entry.form() == Form.DEMONYM && isPeople(hit)) {
                    sector = Sector.CVL;
                } else if (entry.form() == Form.ADJECTIVE && hit.end() < headEnd) {
                    sector = Sector.UNK;
                }
                return done(new Actor(text, hit.end() < headEnd ? null : entry.name(), country, sector, null, null));
            }
            return done(new Actor(text, properName(), country, Sector.UNK, null, null));
        }

        /** "Russians", "a Russian", "the French": the people, not the state. */
        private boolean isPeople(Hit hit) {
            String word = tokens.get(hit.end() - 1).lower();
            boolean article = hit.first() > first
                    && Set.of("the", "a", "an")
                            .contains(tokens.get(hit.first() - 1).lower());
            boolean counted = hit.first() - 1 > first && Quantities.isCountingOf(tokens, hit.first() - 1);
            return hit.end() == headEnd && (word.endsWith("s") || word.endsWith("men") || article || counted);
        }

        private @Nullable String properName() {
            boolean capital = true;
            for (int t = first; t < end; t++) {
                capital &= tokens.get(t).isCapitalised() || tokens.get(t).isPunctuation();
            }
            return capital ? sentence.textOf(first, end) : null;
        }

        /** "The opposition Shor party": the book does not know who is in power. */
        private boolean isOpposed() {
            return tokens.subList(first, end).stream()
                    .anyMatch(token -> token.lower().equals("opposition"));
        }

        private boolean isFormer() {
            for (int t = first; t < Math.min(headEnd, first + 4); t++) {
                String word = tokens.get(t).lower();
                if (FORMER.contains(word) || word.startsWith("ex-")) {
                    return true;
                }
            }
            return false;
        }

        /** The role that heads the phrase: the last one before the first preposition, with countries inside it looked through. */
        private @Nullable Hit role() {
            Hit best = lastIn(first, headEnd, Role.class);
            if (best != null && isLoose(best) && lastIn(first, headEnd, Body.class) != null) {
                best = null;
            }
            Hit through = roleAcrossCountry();
            if (through != null && (best == null || through.length() > best.length())) {
                return through;
            }
            return best != null ? best : lastIn(headEnd, belongingEnd, Role.class);
        }

        /** "Chief of Pakistan's Army Staff" is a "chief of army staff": the phrase read again without its countries. */
        private @Nullable Hit roleAcrossCountry() {
            List<Token> kept = new ArrayList<>();
            List<Integer> place = new ArrayList<>();
            boolean dropped = false;
            for (int t = first; t < end; t++) {
                if (isCountryWord(t)) {
                    dropped = true;
                } else {
                    kept.add(tokens.get(t));
                    place.add(t);
                }
            }
            if (!dropped || kept.isEmpty() || !startsInside(place)) {
                return null;
            }
            Sentence reduced = new Sentence(0, 0, sentence.start(), sentence.end(), sentence.text(), kept);
            Hit best = null;
            for (Hit hit : index.find(reduced)) {
                boolean crosses = place.get(hit.end() - 1) - place.get(hit.first()) >= hit.length();
                if (hit.is(Role.class) && crosses && (best == null || hit.length() > best.length())) {
                    best = new Hit(place.get(hit.first()), place.get(hit.end() - 1) + 1, hit.entries());
                }
            }
            return best;
        }

        /** True when a country stands between words that stay, so that dropping it can join a role. */
        private boolean startsInside(List<Integer> place) {
            for (int i = 1; i < place.size(); i++) {
                if (place.get(i) - place.get(i - 1) > 1) {
                    return true;
                }
            }
            return false;
        }

        private boolean isCountryWord(int token) {
            for (Hit hit : hits) {
                if (token >= hit.first() && token < hit.end() && hit.is(Country.class)) {
                    return true;
                }
                boolean possessive =
                        tokens.get(token).lower().equals("'s") && token == hit.end() && hit.is(Country.class);
                if (possessive) {
                    return true;
                }
            }
            return false;
        }

        /** What a generic role belongs to: the role word before it ("rebel spokesman"), else after it ("head of the army"). */
        private @Nullable Role owner(Hit generic) {
            Role before = null;
            Role after = null;
            for (Hit hit : hits) {
                Role role = hit.as(Role.class);
                if (role == null || role.generic() || hit.first() == generic.first()) {
                    continue;
                }
                if (hit.end() <= generic.first()) {
                    before = role;
                } else if (after == null && hit.first() >= generic.end() && hit.end() <= belongingEnd) {
                    after = role;
                }
            }
            return before != null ? before : after;
        }

        private @Nullable String country() {
            boolean ethnic = end - first > 1 && tokens.get(first).lower().equals("ethnic");
            // "ethnic Uzbeks in Kyrgyzstan" are of Kyrgyzstan
            for (int side = ethnic && lastIn(headEnd, belongingEnd, Country.class) != null ? 1 : 0; side < 2; side++) {
                int from = side == 0 ? first : headEnd;
                int to = side == 0 ? headEnd : belongingEnd;
                for (Hit hit : hits) {
                    if (hit.first() >= from && hit.end() <= to && hit.is(Country.class) && !isLoose(hit)) {
                        Country entry = countryOf(hit);
                        reasons.add("country \"" + words(hit) + "\" → " + entry.code());
                        return entry.code();
                    }
                }
            }
            return null;
        }

        /** "Lagos police", "the governor of California": where a town or province lies that the phrase names beside its role. */
        private @Nullable String countryOfPlace(Hit roleHit) {
            PlaceContext context = new PlaceContext(gazetteer);
            for (int t = first; t < belongingEnd; t++) {
                int before = t > first && tokens.get(t - 1).lower().equals("the") ? t - 2 : t - 1;
                boolean belongs =
                        before >= first && BELONGING.contains(tokens.get(before).lower());
                if (!tokens.get(t).isCapitalised() || inside(t) || !(belongs || t < roleHit.first())) {
                    continue;
                }
                int end = t + 1;
                while (end < belongingEnd && tokens.get(end).isCapitalised() && !inside(end)) {
                    end++;
                }
                Place place = context.resolve(sentence.textOf(t, end), null);
                if (place != null && place.country() != null) {
                    reasons.add("place \"" + sentence.textOf(t, end) + "\" → " + place.country());
                    return place.country();
                }
            }
            return null;
        }

        private Country countryOf(Hit hit) {
            Country country = hit.as(Country.class);
            for (Entry entry : hit.entries()) {
                if (entry instanceof Country other && other.form() == Form.DEMONYM && isPeople(hit)) {
                    return other;
                }
            }
            return country;
        }

        /** "Turkish-backed", "anti-US": says whose friend or foe someone is, not where he belongs. */
        private boolean isLoose(Hit hit) {
            String last = tokens.get(hit.end() - 1).lower();
            String begins = tokens.get(hit.first()).lower();
            if (begins.indexOf('-') > 0 && LOOSE_PREFIX.contains(begins.substring(0, begins.indexOf('-')))) {
                return true;
            }
            if (LOOSE_SUFFIX.contains(last.substring(last.lastIndexOf('-') + 1)) && last.indexOf('-') > 0) {
                return true;
            }
            if (isGlued(hit.end())) {
                return true;
            }
            int before = hit.first() - 1;
            if (before > first && tokens.get(before).text().equals("-")) {
                return LOOSE_PREFIX.contains(tokens.get(before - 1).lower());
            }
            return before >= first && LOOSE_PREFIX.contains(tokens.get(before).lower());
        }

        /** "-backed" after a name, however the tokenizer cuts it: "UN", "-backed" or "UN-", "backed" or three. */
        private boolean isGlued(int after) {
            StringBuilder glued =
                    new StringBuilder(tokens.get(after - 1).lower().endsWith("-") ? "-" : "");
            tokens.subList(after, Math.min(end, after + 2)).forEach(token -> glued.append(token.lower()));
            return LOOSE_SUFFIX.stream().anyMatch(suffix -> glued.indexOf("-" + suffix) == 0);
        }

        /** The proper name after an office: "Foreign Minister Jane Doe" → "Jane Doe". */
        private @Nullable String name(Hit roleHit) {
            int from = roleHit.end();
            int to = from;
            while (to < end && tokens.get(to).isCapitalised() && !inside(to)) {
                to++;
            }
            if (to > from) {
                return sentence.textOf(from, to);
            }
            return null;
        }

        private @Nullable Hit lastIn(int from, int to, Class<? extends Entry> kind) {
            Hit last = null;
            for (Hit hit : hits) {
                if (hit.first() >= from && hit.end() <= to && hit.is(kind)) {
                    last = hit;
                }
            }
            return last;
        }

        private String words(Hit hit) {
            return sentence.textOf(hit.first(), hit.end());
        }

        private Resolution done(Actor actor) {
            if (reasons.isEmpty()) {
                reasons.add("no name of the actor book in it");
            }
            return new Resolution(actor, reasons);
        }
    }

    private static boolean isCommunity(Sector sector) {
        return sector == Sector.SOC || sector == Sector.CVL || sector == Sector.REL;
    }

    private static boolean isOfState(Sector sector) {
        return switch (sector) {
            case GOV, MIL, LEG, JUD, COP, SPY -> true;
            default -> false;
        };
    }
}
