package org.casus.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.casus.Coder.CodedArticle;
import org.casus.article.Article;
import org.casus.event.Event;
import org.casus.story.Placed.Join;
import org.casus.story.Placed.Merge;
import org.jspecify.annotations.Nullable;

/**
 * Puts the events of articles into stories as the articles come in: each event joins the story of the same happening or opens one.
 *
 * <pre>{@code
 * Stories stories = new Stories(closed -> {});
 * Placed placed = stories.add(article, events);
 * }</pre>
 *
 * An article is compared only with those of {@link #WINDOW_DAYS} days that have a dyad or a piece of text in common with it. What lies further
 * back is forgotten and handed to the one who asked for it. Not for several threads; reading articles into {@linkplain Account accounts}, the dear
 * part, may be done by all of them.
 */
public final class Stories {
    /** No story's reports lie further apart than so many days. */
    public static final int WINDOW_DAYS = 7;
    /** So many tellings of a story stand for all: a happening that ten thousand report must not cost ten thousand comparisons an article. */
    private static final int MOST_COMPARED = 16;

    /** So many articles are read by all cores before one puts them into stories. */
    private static final int AT_ONCE = 2000;

    private static final Comparator<Story> IN_TIME = Comparator.comparing(
                    Story::firstSeen, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Story::id);

    private final TermReader terms = TermReader.bundled();
    private final Consumer<Story> closed;
    private final Map<String, Held> articles = new HashMap<>();
    private final Map<TextSignature, Held> texts = new HashMap<>();
    private final Map<String, List<HeldTelling>> dyads = new HashMap<>();
    private final NearDuplicates<Held> copies = new NearDuplicates<>();
    private final Retellings<Held> retellings = new Retellings<>();
    private final Map<String, OpenStory> open = new LinkedHashMap<>();
    private LocalDate newest = LocalDate.MIN;
    private long comparisons;

    /** An article of the window. */
    private static final class Held {
        private final Account account;
        private final LocalDate published;
        private final Terms lead;
        private final List<HeldTelling> tellings = new ArrayList<>();
        /** The first article with the very same words, where it is not this. */
        private @Nullable Held original;
        /** The story that it was found to tell although it has no event of it. */
        private @Nullable OpenStory told;
        /** How clearly it tells that, and after which article. */
        private double toldScore;

        private String toldAfter = "";

        Held(Account account, LocalDate published, Terms lead) {
            this.account = account;
            this.published = published;
            this.lead = lead;
        }

        /** True where it can be a report of another article's story: it has none of its own, or it came after. */
        boolean mayTell(Held other) {
            return !other.tellings.isEmpty() && (tellings.isEmpty() || other.isBefore(this));
        }

        private boolean isBefore(Held other) {
            int days = published.compareTo(other.published);
            return days < 0 || (days == 0 && account.article().compareTo(other.account.article()) < 0);
        }

        boolean sharesEvent(Held other, boolean sameText) {
            return tellings.stream()
                    .anyMatch(here -> other.tellings.stream()
                            .anyMatch(there -> EventMatch.score(here.side(), there.side(), sameText) > 0));
        }

        Held text() {
            return original == null ? this : original;
        }
    }

    /**
     * @param repeats true where an article of the very same words has the same event, which then stands for this one
     */
    private record HeldTelling(Held owner, EventMatch.Side side, OpenStory story, boolean repeats) {
        Telling telling() {
            return side.telling();
        }
    }

    /**
     * @param closed is given each story once it has left the window and grows no more
     */
    public Stories(Consumer<Story> closed) {
        this.closed = closed;
    }

    /**
     * Groups all articles, reading them on all cores. They may come in any order: they are put in that of publication first, so the stories are
     * the same.
     *
     * @return by the day of their first report
     */
    public static List<Story> group(Iterator<CodedArticle> articles) {
        return group(StreamSupport.stream(Spliterators.spliteratorUnknownSize(articles, 0), true)
                .map(Account::of)
                .toList());
    }

    /** Groups what was read by {@link Account#of}, on any number of threads. */
    public static List<Story> group(Collection<Account> accounts) {
        List<Story> all = new ArrayList<>();
        Stories stories = new Stories(all::add);
        List<Account> ordered = accounts.stream()
                .sorted(Comparator.comparing(
                                Account::published, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
                        .thenComparing(Account::article))
                .toList();
        for (int from = 0; from < ordered.size(); from += AT_ONCE) {
            ordered.subList(from, Math.min(from + AT_ONCE, ordered.size())).parallelStream()
                    .map(stories::read)
                    .toList()
                    .forEach(stories::add);
        }
        stories.close();
        all.sort(IN_TIME);
        return all;
    }

    /** Puts an article's events into stories. An article that is known already changes nothing. */
    public Placed add(Article article, List<Event> events) {
        return add(Account.of(new CodedArticle(article, events, List.of())));
    }

    /** The same for an article that was read before. */
    public Placed add(Account account) {
        return add(read(account));
    }

    private Placed add(Reading reading) {
        Account account = reading.account();
        Held known = articles.get(account.article());
        if (known != null) {
            return again(known);
        }
        LocalDate published = account.published();
        if (published == null) {
            return alone(account);
        }
        advance(published);
        Placing placing = new Placing(reading, published);
        placing.place();
        return placing.result();
    }

    /** An account with its words read, those of the tellings in their order. */
    private record Reading(Account account, Terms lead, List<Terms> passages) {}

    private Reading read(Account account) {
        Map<String, Terms> read = new HashMap<>();
        return new Reading(
                account,
                read.computeIfAbsent(account.lead(), terms::read),
                account.tellings().stream()
                        .map(telling -> read.computeIfAbsent(telling.passage(), terms::read))
                        .toList());
    }

    private static Placed again(Held known) {
        List<Join> joins = new ArrayList<>();
        for (HeldTelling telling : known.tellings) {
            joins.add(join(known.account, telling.telling(), telling.story().root(), false));
        }
        if (known.told != null) {
            joins.add(join(known.account, null, known.told.root(), false));
        }
        return new Placed(joins, List.of());
    }

    /** Without a day there is no telling what else was of that day. */
    private Placed alone(Account account) {
        List<Join> joins = new ArrayList<>();
        for (Telling telling : account.tellings()) {
            OpenStory story = new OpenStory(Story.idOf(account.article(), telling.event()));
            story.add(report(account, telling), telling);
            closed.accept(story.toStory());
            joins.add(join(account, telling, story, true));
        }
        return new Placed(joins, List.of());
    }

    /**
     * Takes an article back that was placed before: what a store kept of the last {@link #WINDOW_DAYS} days, in the order of publication.
     *
     * @param stories the stories of its tellings, in their order, and behind them the one that it tells without an event, if any
     */
    public void restore(Account account, List<String> stories) {
        LocalDate published = account.published();
        if (published == null || articles.containsKey(account.article())) {
            return;
        }
        advance(published);
        Reading reading = read(account);
        Held held = new Held(account, published, reading.lead());
        for (int i = 0; i < account.tellings().size(); i++) {
            Telling telling = account.tellings().get(i);
            OpenStory story = open.computeIfAbsent(stories.get(i), OpenStory::new);
            story.add(report(account, telling), telling);
            EventMatch.Side side =
                    new EventMatch.Side(telling, published, reading.passages().get(i));
            held.tellings.add(new HeldTelling(held, side, story, false));
        }
        if (stories.size() > account.tellings().size()) {
            OpenStory story = open.get(stories.get(account.tellings().size()));
            if (story != null) {
                story.tell(report(account, null));
                held.told = story;
                held.toldScore = Double.MAX_VALUE;
            }
        }
        hold(held);
    }

    /** Hands over all stories that are still open. */
    public void close() {
        open.values().forEach(story -> closed.accept(story.toStory()));
        open.clear();
        articles.clear();
        texts.clear();
        dyads.clear();
        copies.forgetBefore(LocalDate.MAX);
        retellings.forgetBefore(LocalDate.MAX);
        newest = LocalDate.MIN;
    }

    /** The stories of the window as they stand now, by the day of their first report. */
    public List<Story> openStories() {
        return open.values().stream().map(OpenStory::toStory).sorted(IN_TIME).toList();
    }

    /** How many pairs of tellings were compared so far. */
    public long comparisons() {
        return comparisons;
    }

    private void advance(LocalDate published) {
        if (!published.isAfter(newest)) {
            return;
        }
        newest = published;
        LocalDate oldest = published.minusDays(WINDOW_DAYS);
        copies.forgetBefore(oldest);
        retellings.forgetBefore(oldest);
        articles.values().removeIf(held -> isOlder(held, oldest));
        texts.values().removeIf(held -> isOlder(held, oldest));
        dyads.values().removeIf(held -> {
            held.removeIf(telling -> telling.side().published().isBefore(oldest));
            return held.isEmpty();
        });
        open.values().removeIf(story -> {
            boolean isOver = story.isOver(oldest);
            if (isOver) {
                closed.accept(story.toStory());
            }
            return isOver;
        });
    }

    private static boolean isOlder(Held held, LocalDate day) {
        return held.published.isBefore(day);
    }

    private void hold(Held held) {
        articles.put(held.account.article(), held);
        if (held.original == null) {
            texts.putIfAbsent(held.account.signature(), held);
            copies.add(held.account.signature(), held.lead, held.published, held);
            retellings.add(held.lead, held.published, held);
        }
        for (HeldTelling telling : held.tellings) {
            if (!telling.repeats() && telling.story().root().isToCompare(MOST_COMPARED)) {
                dyads.computeIfAbsent(telling.telling().dyad(), none -> new ArrayList<>())
                        .add(telling);
            }
        }
    }

    private static Story.Report report(Account account, @Nullable Telling telling) {
        return new Story.Report(
                account.article(), telling == null ? null : telling.event(), account.publisher(), account.published());
    }

    private static Join join(Account account, @Nullable Telling telling, OpenStory story, boolean opened) {
        return new Join(account.article(), telling == null ? null : telling.event(), story.id(), opened);
    }

    /** One article on its way into the stories. */
    private final class Placing {
        private final Held held;
        private final LocalDate published;
        private final List<Terms> passages;
        private final Set<Held> near;
        private final List<Join> joins = new ArrayList<>();
        private final List<Merge> merges = new ArrayList<>();

        Placing(Reading reading, LocalDate published) {
            Account account = reading.account();
            this.held = new Held(account, published, reading.lead());
            this.published = published;
            this.passages = reading.passages();
            this.held.original = original(account);
            this.near = copies.find(account.signature(), held.lead, published);
        }

        private @Nullable Held original(Account account) {
            Held first = account.signature().isEmpty() ? null : texts.get(account.signature());
            boolean isNear = first != null
                    && Math.abs(first.published.toEpochDay() - published.toEpochDay()) <= NearDuplicates.DAYS_APART;
            return isNear ? first : null;
        }

        void place() {
            for (int i = 0; i < passages.size(); i++) {
                place(new EventMatch.Side(held.account.tellings().get(i), published, passages.get(i)));
            }
            tellOthers();
            hold(held);
        }

        Placed result() {
            return new Placed(joins, merges);
        }

        private void place(EventMatch.Side side) {
            Telling telling = side.telling();
            Map<OpenStory, Double> matches = new HashMap<>();
            HeldTelling same = sameInOriginal(telling);
            if (same != null) {
                matches.put(same.story().root(), 1.0);
            } else {
                for (HeldTelling other : dyads.getOrDefault(telling.dyad(), List.of())) {
                    comparisons++;
                    double score = EventMatch.score(
                            side, other.side(), near.contains(other.owner().text()));
                    if (score > 0 && (telling.type() == other.telling().type() || !hasPartner(telling, other))) {
                        matches.merge(other.story().root(), score, Math::max);
                    }
                }
            }
            OpenStory story = best(matches, telling);
            boolean opened = story == null;
            if (story == null) {
                story = new OpenStory(Story.idOf(held.account.article(), telling.event()));
                open.put(story.id(), story);
            }
            story.add(report(held.account, telling), telling);
            held.tellings.add(new HeldTelling(held, side, story, same != null));
            joins.add(join(held.account, telling, story, opened));
        }

        /** The same event in an article of the very same words: nothing needs comparing. */
        private @Nullable HeldTelling sameInOriginal(Telling telling) {
            if (held.original == null) {
                return null;
            }
            for (HeldTelling other : held.original.tellings) {
                Telling there = other.telling();
                if (there.type() == telling.type()
                        && Objects.equals(there.date(), telling.date())
                        && there.source().equals(telling.source())
                        && Objects.equals(there.target(), telling.target())
                        && other.story().root().admits(published, telling)) {
                    return other;
                }
            }
            return null;
        }

        /** True where one of two tellings of different types has one of its own type in the other's article: that is its match then. */
        private boolean hasPartner(Telling telling, HeldTelling other) {
            String dyad = telling.dyad();
            return other.owner().account.tellings().stream()
                            .anyMatch(there -> there.type() == telling.type()
                                    && there.dyad().equals(dyad))
                    || held.account.tellings().stream()
                            .anyMatch(here -> here.type() == other.telling().type()
                                    && here.dyad().equals(dyad));
        }

        /** The story of the best match; the stories of the other matches become part of it where the window allows. */
        private @Nullable OpenStory best(Map<OpenStory, Double> matches, Telling telling) {
            List<OpenStory> ordered = matches.keySet().stream()
                    .filter(story -> story.admits(published, telling))
                    .sorted(Comparator.comparing((OpenStory story) -> -matches.get(story))
                            .thenComparing(OpenStory::id))
                    .toList();
            if (ordered.isEmpty()) {
                return null;
            }
            OpenStory story = ordered.get(0);
            for (OpenStory other : ordered.subList(1, ordered.size())) {
                if (story.admits(other)) {
                    story = merge(story, other);
                }
            }
            return story.admits(published, telling) ? story : null;
        }

        /** The older story keeps its id. */
        private OpenStory merge(OpenStory one, OpenStory other) {
            int order = Comparator.comparing(
                            OpenStory::firstSeen, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
                    .thenComparing(OpenStory::id)
                    .compare(one, other);
            OpenStory stays = order <= 0 ? one : other;
            OpenStory goes = order <= 0 ? other : one;
            stays.take(goes);
            open.remove(goes.id());
            merges.add(new Merge(goes.id(), stays.id()));
            return stays;
        }

        /** Finds what this article tells without an event of it, and which articles so tell what this one does. */
        private void tellOthers() {
            Set<Held> others = new LinkedHashSet<>(near);
            others.addAll(retellings.find(held.lead, published));
            Set<Held> changed = new LinkedHashSet<>();
            for (Held other : others) {
                if (tell(held, other)) {
                    changed.add(held);
                }
                if (tell(other, held)) {
                    changed.add(other);
                }
            }
            for (Held teller : changed) {
                joins.add(join(
                        teller.account,
                        null,
                        Objects.requireNonNull(teller.told).root(),
                        false));
            }
        }

        /** Makes one article a report of the other's story, where it tells that more clearly than what it told so far. */
        private boolean tell(Held teller, Held other) {
            if (!teller.mayTell(other)) {
                return false;
            }
            boolean sameText = near.contains(other == held ? teller : other);
            ArticleMatch match = sameText
                    ? ArticleMatch.COPY
                    : ArticleMatch.of(teller.lead, teller.account.tellings(), other.lead, other.account.tellings());
            boolean isClearer = match.score() > teller.toldScore
                    || (match.score() == teller.toldScore
                            && other.account.article().compareTo(teller.toldAfter) < 0);
            if (match.score() <= 0 || !isClearer || teller.sharesEvent(other, sameText)) {
                return false;
            }
            OpenStory story = other.tellings.get(match.nearest()).story().root();
            if (!story.admits(teller.published, null)) {
                return false;
            }
            if (teller.told != null) {
                teller.told.root().untell(teller.account.article());
            }
            story.tell(report(teller.account, null));
            teller.told = story;
            teller.toldScore = match.score();
            teller.toldAfter = other.account.article();
            return true;
        }
    }
}
