package org.casus.story;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.Coder.CodedArticle;
import org.casus.actor.Actor;
import org.casus.actor.Sector;
import org.casus.article.Article;
import org.casus.codebook.CameoCode;
import org.casus.codebook.Codebook;
import org.casus.codebook.EventType;
import org.casus.codebook.Status;
import org.casus.event.Event;
import org.casus.event.Evidence;
import org.casus.time.PartialDate;

/**
 * How long it takes to group made-up coded articles of one year, and how well: {@code bench/stories} runs it. The articles are recombined from
 * lists of words: 300 words each, a few dyads as frequent as in the news, three in ten articles about what another reported, of these a third copied.
 */
public final class StoriesBenchmark {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 360;
    private static final int WORDS = 300;
    private static final double RETOLD = 0.3;

    private static final List<String> COUNTRIES = List.of(
            "USA Russia Ukraine Israel China Iran France Germany Turkey India Pakistan Sudan Japan Poland Syria Nigeria Kenya Ethiopia Peru Chile"
                    .split(" "));
    private static final List<String> CODES =
            List.of("USA RUS UKR ISR CHN IRN FRA DEU TUR IND PAK SDN JPN POL SYR NGA KEN ETH PER CHL".split(" "));
    private static final List<Deed> DEEDS = List.of(
            new Deed("190", "attacked", "shelled", "positions", "killing"),
            new Deed("112", "accused", "blamed", "officials", "of harming"),
            new Deed("040", "met", "held talks with", "envoys", "and a delegation of"),
            new Deed("163", "imposed sanctions on", "blacklisted", "companies", "and the assets of"),
            new Deed("173", "arrested", "detained", "citizens", "after the escape of"),
            new Deed("070", "sent aid to", "delivered supplies to", "villages", "for the families of"));

    private record Deed(String cameo, String verb, String otherVerb, String object, String link) {}

    private record Happening(
            int number,
            int source,
            int target,
            Deed deed,
            LocalDate day,
            String place,
            int count,
            String name,
            String body) {}

    private final Codebook codebook = Codebook.bundled();
    private final Random random;
    private final List<String> vocabulary;
    private final Map<String, Integer> truth = new HashMap<>();

    private StoriesBenchmark(long seed) {
        random = new Random(seed);
        vocabulary =
                IntStream.range(0, 20_000).mapToObj(i -> word(new Random(i))).toList();
    }

    /** A word that no table knows, so that it counts as rare. */
    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
            word.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    public static void main(String[] arguments) {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        System.out.printf(
                "articles: %,d of %d words, cores: %d, heap at most %d MB%n",
                count,
                WORDS,
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        StoriesBenchmark batch = new StoriesBenchmark(1);
        long begin = System.nanoTime();
        List<Story> stories = Stories.group(batch.articles(count));
        System.out.printf(
                "grouped in %.1f s (%.1f s of CPU, with making them up): %,d events, %,d stories, peak heap %d MB%n",
                seconds(begin), cpuSeconds(), batch.truth.size(), stories.size(), peakHeap());
        System.out.println(batch.figures(stories));
        stream(count);
    }

    private static void stream(int count) {
        StoriesBenchmark made = new StoriesBenchmark(1);
        List<Story> closed = new ArrayList<>();
        Stories stories = new Stories(closed::add);
        long[] nanos = new long[count];
        Iterator<CodedArticle> articles = made.articles(count);
        for (int i = 0; i < count; i++) {
            CodedArticle coded = articles.next();
            long begin = System.nanoTime();
            stories.add(coded.article(), coded.events());
            nanos[i] = System.nanoTime() - begin;
        }
        stories.close();
        Arrays.sort(nanos);
        System.out.printf(
                "one by one, as they are published: %.1f s, an article in %.2f ms (median), %.2f ms (99 %%), %.0f ms (slowest); %,d pairs compared%n",
                Arrays.stream(nanos).sum() / 1e9,
                nanos[count / 2] / 1e6,
                nanos[count * 99 / 100] / 1e6,
                nanos[count - 1] / 1e6,
                stories.comparisons());
        System.out.println(made.figures(closed));
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Of the whole process so far: what a machine with other work on it tells truly. */
    private static double cpuSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    /** Of the pairs that stories join, how many are of one made-up happening, and of the pairs of one happening, how many are joined. */
    private String figures(Collection<Story> stories) {
        long joined = 0;
        long right = 0;
        for (Story story : stories) {
            Map<Integer, Long> sizes = story.reports().stream()
                    .filter(report -> report.event() != null)
                    .collect(Collectors.groupingBy(report -> truth.get(report.event()), Collectors.counting()));
            long all = sizes.values().stream().mapToLong(Long::longValue).sum();
            joined += all * (all - 1) / 2;
            right += sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
        }
        long wanted =
                truth.values().stream().collect(Collectors.groupingBy(n -> n, Collectors.counting())).values().stream()
                        .mapToLong(n -> n * (n - 1) / 2)
                        .sum();
        return String.format(
                "pairs of events: %,d joined, precision %.3f, recall %.3f",
                joined, (double) right / joined, (double) right / wanted);
    }

    /** In the order of publication. */
    private Iterator<CodedArticle> articles(int count) {
        List<Happening> recent = new ArrayList<>();
        return new Iterator<>() {
            private int made;

            @Override
            public boolean hasNext() {
                return made < count;
            }

            @Override
            public CodedArticle next() {
                LocalDate today = FIRST.plusDays((long) made * DAYS / count);
                recent.removeIf(happening -> happening.day().isBefore(today.minusDays(1)));
                boolean retold = !recent.isEmpty() && random.nextDouble() < RETOLD;
                Happening happening = retold ? recent.get(random.nextInt(recent.size())) : happening(made, today);
                if (!retold) {
                    recent.add(happening);
                }
                return article(happening, made++, today, retold);
            }
        };
    }

    private Happening happening(int number, LocalDate day) {
        int source = common(COUNTRIES.size());
        return new Happening(
                number,
                source,
                (source + 1 + common(COUNTRIES.size() - 1)) % COUNTRIES.size(),
                DEEDS.get(random.nextInt(DEEDS.size())),
                day,
                capital(any()),
                2 + random.nextInt(60),
                capital(any()),
                filler());
    }

    /** The first are many times as frequent as the last, as countries in the news are. */
    private int common(int size) {
        return (int) (size * Math.pow(random.nextDouble(), 2));
    }

    private String any() {
        return vocabulary.get(random.nextInt(vocabulary.size()));
    }

    private String filler() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < WORDS - 30; i++) {
            text.append(i % 15 == 0 ? capital(any()) : any()).append(i % 15 == 14 ? ". " : " ");
        }
        return text.toString();
    }

    private CodedArticle article(Happening happening, int number, LocalDate published, boolean retold) {
        boolean copied = retold && random.nextInt(3) == 0;
        String source = COUNTRIES.get(happening.source());
        String target = COUNTRIES.get(happening.target());
        Deed deed = happening.deed();
        String verb = !retold || copied ? deed.verb() : deed.otherVerb();
        String lead = !retold || copied
                ? String.format(
                        "%s %s %s near %s, %s %d %s of %s, the ministry said.",
                        source,
                        verb,
                        target,
                        happening.place(),
                        deed.link(),
                        happening.count(),
                        deed.object(),
                        happening.name())
                : String.format(
                        "Officials report that %s %s %s in the region of %s, %s %d %s of %s.",
                        source,
                        verb,
                        target,
                        happening.place(),
                        deed.link(),
                        happening.count(),
                        deed.object(),
                        happening.name());
        String body = lead + ' ' + (!retold || copied ? happening.body() : filler()) + "Article " + number + '.';
        Article article = Article.of(null, null, null, "Paper " + random.nextInt(500), published, "en", body);
        int start = lead.indexOf(verb);
        CameoCode code = codebook.code(deed.cameo());
        EventType type = code.type() == null ? EventType.CONSULT : code.type();
        Event event = new Event(
                Article.fingerprint(article.id() + number),
                type,
                code.mode(),
                code.contexts(),
                code,
                codebook.definition(type).quad(),
                actor(source, happening.source()),
                actor(target, happening.target()),
                false,
                Status.ACTUAL,
                false,
                null,
                PartialDate.of(happening.day()),
                null,
                new Evidence(lead, verb, start, start + verb.length()),
                0.9);
        truth.put(event.id(), happening.number());
        return new CodedArticle(article, List.of(event), List.of());
    }

    private static Actor actor(String text, int country) {
        return new Actor(text, null, CODES.get(country), Sector.GOV, null, null);
    }
}
