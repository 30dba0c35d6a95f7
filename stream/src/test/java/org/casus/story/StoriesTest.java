package org.casus.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.casus.actor.Sector;
import org.casus.codebook.EventType;
import org.casus.codebook.Status;
import org.casus.time.PartialDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stories are and stay, on tellings made by hand. */
class StoriesTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 14);
    private static final String RAID =
            "Gunmen attacked a village near Gusau in Nigeria on Monday night and killed 23 farmers, police said.";
    private static final String RETOLD =
            "At least 23 farmers were shot dead when bandits raided a village outside Gusau in Nigeria, according to police.";

    private static Party party(String country, Sector sector) {
        return new Party(country, sector, null);
    }

    private static Telling telling(
            String event, EventType type, String source, String target, LocalDate date, String passage) {
        return new Telling(
                event,
                type,
                party(source, Sector.GOV),
                party(target, Sector.GOV),
                false,
                Status.ACTUAL,
                false,
                PartialDate.of(date),
                null,
                passage);
    }

    private static Account account(String id, @Nullable LocalDate published, String text, Telling... tellings) {
        return new Account(id, "Paper " + id, published, text, TextSignature.of(text), List.of(tellings));
    }

    private static Account raid(String id, LocalDate day, String text) {
        return account(id, day, text, telling("e" + id, EventType.ASSAULT, "NGA", "NGA", day, text));
    }

    /** Which events lie together, whatever the stories are called. */
    private static Set<Set<String>> partition(List<Story> stories) {
        return stories.stream()
                .map(story -> story.reports().stream()
                        .filter(report -> report.event() != null)
                        .map(report -> report.article() + '/' + report.event())
                        .collect(Collectors.toCollection(TreeSet::new)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void one_happening_of_two_papers_is_one_story_with_both_reports() {
        Account late =
                account("b", DAY.plusDays(1), RETOLD, telling("eb", EventType.ASSAULT, "NGA", "NGA", DAY, RETOLD));
        List<Story> stories = Stories.group(List.of(late, raid("a", DAY, RAID)));
        assertThat(stories).hasSize(1);
        Story story = stories.get(0);
        assertThat(story.reports()).extracting(Story.Report::event).containsExactly("ea", "eb");
        assertThat(story.publishers()).isEqualTo(2);
        assertThat(story.firstSeen()).isEqualTo(DAY);
        assertThat(story.lastSeen()).isEqualTo(DAY.plusDays(1));
        assertThat(story.id()).isEqualTo(Story.idOf("a", "ea"));
    }

    /** The second telling differs from the first in one respect. */
    @ParameterizedTest
    @CsvSource({
        "another target, ASSAULT, NGA, NER, 0, 23 farmers near Gusau, false",
        "another kind of deed, AID, NGA, NGA, 0, 23 farmers near Gusau, false",
        "three days later, ASSAULT, NGA, NGA, 3, 23 farmers near Gusau, false",
        "another place, ASSAULT, NGA, NGA, 0, 23 farmers near Maiduguri, false",
        "nothing else, ASSAULT, NGA, NGA, 0, 23 farmers near Gusau, true",
        "the day before, ASSAULT, NGA, NGA, 1, 23 farmers near Gusau, true",
    })
    void what_parts_two_tellings(
            String what, EventType type, String source, String target, int later, String words, boolean together) {
        String first = "Bandits on motorcycles killed 23 farmers near Gusau and burned their barns.";
        String second =
                "Bandits on motorcycles killed " + words + " and burned their barns, an official told reporters.";
        LocalDate day = DAY.plusDays(later);
        List<Story> stories = Stories.group(List.of(
                account("a", DAY, first, telling("ea", EventType.ASSAULT, "NGA", "NGA", DAY, first)),
                account("b", day, second, telling("eb", type, source, target, day, second))));
        assertThat(stories).as(what).hasSize(together ? 1 : 2);
    }

    @Test
    void an_article_without_events_that_tells_the_same_is_a_report() {
        Stories stories = new Stories(closed -> {});
        stories.add(account("a", DAY, RAID.replace("attacked", "stormed")));
        Placed placed = stories.add(raid("b", DAY, RAID));
        assertThat(placed.joins()).extracting(Placed.Join::article).containsExactly("b", "a");
        assertThat(stories.openStories()).hasSize(1);
        assertThat(stories.openStories().get(0).publishers()).isEqualTo(2);
    }

    @Test
    void two_stories_that_a_third_report_links_become_one() {
        Stories stories = new Stories(closed -> {});
        String one = "The army shelled a market in the town, killing traders and wounding their families.";
        String other =
                "Doctors counted fifteen dead after artillery hit stalls; hospitals ran short of blood and beds.";
        String both = one + ' ' + other;
        stories.add(raid("a", DAY, one));
        stories.add(raid("b", DAY, other));
        assertThat(stories.openStories()).hasSize(2);
        Placed placed = stories.add(raid("c", DAY, both));
        assertThat(placed.merges()).hasSize(1);
        assertThat(stories.openStories()).hasSize(1);
    }

    @Test
    void what_was_stored_goes_on_where_it_stopped() {
        Stories stories = new Stories(closed -> {});
        Account first = raid("a", DAY, RAID);
        String id = stories.add(first).joins().get(0).story();
        Account kept = new Account(
                first.article(),
                first.publisher(),
                first.published(),
                first.lead(),
                TextSignature.ofBytes(first.signature().toBytes()),
                first.tellings());
        Stories restored = new Stories(closed -> {});
        restored.restore(kept, List.of(id));
        assertThat(restored.add(raid("b", DAY, RETOLD)).joins().get(0).story()).isEqualTo(id);
        assertThat(partition(restored.openStories())).hasSize(1);
    }

    @Property(tries = 200)
    void an_article_added_twice_changes_nothing(@ForAll Random random, @ForAll @IntRange(min = 1, max = 25) int count) {
        List<Account> accounts = accounts(random, count, 5);
        Stories once = new Stories(closed -> {});
        Stories twice = new Stories(closed -> {});
        for (Account account : accounts) {
            once.add(account);
            Placed first = twice.add(account);
            Placed again = twice.add(account);
            assertThat(again.joins()).noneMatch(Placed.Join::opened);
            assertThat(again.joins())
                    .extracting(Placed.Join::event)
                    .containsAll(account.tellings().stream().map(Telling::event).toList());
            assertThat(first.joins().stream().filter(join -> join.article().equals(account.article())))
                    .hasSameSizeAs(again.joins());
        }
        assertThat(twice.openStories()).isEqualTo(once.openStories());
    }

    @Property(tries = 200)
    void the_order_of_a_batch_does_not_matter(@ForAll Random random, @ForAll @IntRange(min = 2, max = 40) int count) {
        List<Account> accounts = accounts(random, count, 20);
        List<Account> shuffled = new ArrayList<>(accounts);
        Collections.shuffle(shuffled, random);
        assertThat(Stories.group(shuffled)).isEqualTo(Stories.group(accounts));
    }

    @Property(tries = 300)
    void the_order_of_articles_of_one_day_does_not_matter_in_a_stream(
            @ForAll Random random, @ForAll @IntRange(min = 2, max = 15) int count) {
        List<Account> accounts = accounts(random, count, 1);
        List<Account> shuffled = new ArrayList<>(accounts);
        Collections.shuffle(shuffled, random);
        Stories one = new Stories(closed -> {});
        Stories other = new Stories(closed -> {});
        accounts.forEach(one::add);
        shuffled.forEach(other::add);
        assertThat(partition(other.openStories())).isEqualTo(partition(one.openStories()));
    }

    /** Of articles of the very same words but other events, the one that came first decides what the others tell besides. */
    @Property(tries = 300)
    void what_articles_tell_besides_does_not_depend_on_the_order_of_a_day(
            @ForAll Random random, @ForAll @IntRange(min = 2, max = 15) int count) {
        List<Account> accounts = new ArrayList<>(accounts(random, count, 1).stream()
                .collect(Collectors.toMap(Account::lead, account -> account, (one, other) -> one))
                .values());
        List<Account> shuffled = new ArrayList<>(accounts);
        Collections.shuffle(shuffled, random);
        Stories one = new Stories(closed -> {});
        Stories other = new Stories(closed -> {});
        accounts.forEach(one::add);
        shuffled.forEach(other::add);
        assertThat(besides(other.openStories())).isEqualTo(besides(one.openStories()));
    }

    /** The reports without an event, each with the events of its story. */
    private static Map<String, Set<String>> besides(List<Story> stories) {
        Map<String, Set<String>> besides = new HashMap<>();
        for (Story story : stories) {
            Set<String> events = story.reports().stream()
                    .map(Story.Report::event)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            story.reports().stream()
                    .filter(report -> report.event() == null)
                    .forEach(report -> besides.put(report.article(), events));
        }
        return besides;
    }

    @Test
    void an_article_with_another_event_tells_the_happening_too_and_links_no_others() {
        String blames =
                "France accused bandits on Monday of killing 23 farmers in a raid on a village near Gusau in Nigeria.";
        Stories stories = new Stories(closed -> {});
        stories.add(raid("a", DAY, RAID));
        stories.add(account("b", DAY, blames, telling("eb", EventType.ACCUSE, "FRA", "NGA", DAY, blames)));
        Story told = stories.openStories().stream()
                .filter(story -> story.type() == EventType.ASSAULT)
                .findFirst()
                .orElseThrow();
        assertThat(told.reports()).extracting(Story.Report::article).containsExactly("a", "b");
        assertThat(told.reports()).extracting(Story.Report::event).containsExactly("ea", null);
        assertThat(stories.openStories()).hasSize(2);
    }

    @Property(tries = 100)
    void no_story_is_longer_than_the_window_and_none_loses_a_report(
            @ForAll Random random, @ForAll @IntRange(min = 2, max = 60) int count) {
        List<Account> accounts = accounts(random, count, 30);
        List<Story> stories = Stories.group(accounts);
        for (Story story : stories) {
            assertThat(story.firstSeen().plusDays(Stories.WINDOW_DAYS)).isAfterOrEqualTo(story.lastSeen());
        }
        List<String> events = stories.stream()
                .flatMap(story -> story.reports().stream())
                .map(Story.Report::event)
                .filter(Objects::nonNull)
                .toList();
        assertThat(events)
                .containsExactlyInAnyOrderElementsOf(accounts.stream()
                        .flatMap(account -> account.tellings().stream())
                        .map(Telling::event)
                        .toList());
    }

    /** Articles of few dyads, days and sentences, so that many are alike. */
    private static List<Account> accounts(Random random, int count, int days) {
        String[] sentences = {
            RAID,
            RETOLD,
            "The ministry rejected the claims about the Gusau raid and promised an inquiry into 23 deaths.",
            "Ministers met to discuss trade in grain, fuel and fertiliser with their neighbours.",
            "Talks on grain and fuel ended; ministers of the neighbours will meet again about fertiliser.",
            ""
        };
        EventType[] types = {EventType.ASSAULT, EventType.COERCE, EventType.CONSULT};
        String[] countries = {"NGA", "NER"};
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    LocalDate published = DAY.plusDays(random.nextInt(days));
                    String text = sentences[random.nextInt(sentences.length)]
                            + (random.nextBoolean() ? " Officials gave no details." : "");
                    return account(
                            "a" + i,
                            published,
                            text,
                            telling(
                                    "e" + i,
                                    types[random.nextInt(types.length)],
                                    countries[random.nextInt(2)],
                                    countries[random.nextInt(2)],
                                    published.minusDays(random.nextInt(2)),
                                    text));
                })
                .toList();
    }

    @Test
    void empty_and_short_texts_are_no_copies_of_each_other() {
        List<Account> accounts = new ArrayList<>();
        for (String text : List.of("", " ", "War", "War!", "\u0000\uFFFF", "1 2")) {
            accounts.add(account("a" + accounts.size(), DAY, text));
            assertThat(accounts.get(accounts.size() - 1).signature().isEmpty()).isTrue();
        }
        assertThat(Stories.group(accounts)).isEmpty();
    }

    @Test
    void an_article_without_a_day_keeps_to_itself() {
        List<Story> stories = Stories.group(List.of(
                account("a", null, RAID, telling("ea", EventType.ASSAULT, "NGA", "NGA", DAY, RAID)),
                raid("b", DAY, RAID)));
        assertThat(stories).hasSize(2);
        assertThat(stories.get(0).firstSeen()).isNull();
    }

    @Test
    void ten_megabytes_are_read_as_fast_as_their_beginning() {
        String text = "war and peace again ".repeat(500_000);
        TextSignature signature = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> TextSignature.of(text));
        assertThat(signature.size()).isEqualTo(4);
    }

    /** Counted, not timed: a comparison with every earlier copy would be fifty million. */
    @ParameterizedTest
    @CsvSource({"true, 10000", "false, 200000"})
    void ten_thousand_copies_stay_linear(boolean identical, long mostComparisons) {
        Stories stories = new Stories(closed -> {});
        for (int i = 0; i < 10_000; i++) {
            String text = identical ? RAID : RAID + " The report is number " + (1000 + i) + '.';
            stories.add(raid("a" + i, DAY, text));
        }
        assertThat(stories.comparisons()).isLessThan(mostComparisons);
        assertThat(stories.openStories()).hasSize(1);
        assertThat(stories.openStories().get(0).reports()).hasSize(10_000);
    }

    @Test
    void a_signature_tells_copies_from_other_texts() {
        TextSignature raid = TextSignature.of(RAID);
        assertThat(NearDuplicates.isCopy(raid, TextSignature.of(RAID + " No group claimed it.")))
                .isTrue();
        assertThat(NearDuplicates.isCopy(raid, TextSignature.of(RETOLD))).isFalse();
        assertThat(raid).isEqualTo(TextSignature.of(RAID.replace(",", " –")));
        assertThat(raid.resemblance(TextSignature.ofBytes(raid.toBytes()))).isEqualTo(1);
    }

    /** What hashing promises: of texts with half of their triples in common hardly one is missed. */
    @Test
    void hashing_finds_what_comparing_all_would_find() {
        Random random = new Random(7);
        NearDuplicates<Integer> copies = new NearDuplicates<>();
        Map<Integer, TextSignature> texts = new HashMap<>();
        Terms none = TermReader.bundled().read("");
        int wanted = 0;
        int found = 0;
        for (int i = 0; i < 400; i++) {
            Random original = new Random(i / 7);
            List<String> words = new ArrayList<>(IntStream.range(0, 120)
                    .mapToObj(at -> "w" + original.nextInt(100_000))
                    .toList());
            // of seven texts every second one is of its own, the others are edited from one
            for (int edit = 0; edit < (i % 2 == 0 ? 3 : 120); edit++) {
                words.set(i % 2 == 0 ? random.nextInt(120) : edit, "x" + random.nextInt(100_000));
            }
            TextSignature signature = TextSignature.of(String.join(" ", words));
            Set<Integer> near = copies.find(signature, none, DAY.plusDays(i / 14));
            for (Map.Entry<Integer, TextSignature> other : texts.entrySet()) {
                if (Math.abs(other.getKey() / 14 - i / 14) <= NearDuplicates.DAYS_APART
                        && NearDuplicates.isCopy(signature, other.getValue())) {
                    wanted++;
                    found += near.contains(other.getKey()) ? 1 : 0;
                }
            }
            copies.add(signature, none, DAY.plusDays(i / 14), i);
            texts.put(i, signature);
        }
        assertThat(wanted).isGreaterThan(50);
        assertThat((double) found / wanted).isGreaterThan(0.99);
    }
}
