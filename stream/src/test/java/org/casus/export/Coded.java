package org.casus.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.casus.Casus;
import org.casus.Coder.CodedArticle;
import org.casus.LoadedCasus;
import org.casus.article.Article;
import org.casus.article.ArticleReader;
import org.casus.article.ArticleSink;
import org.casus.article.Problem;
import org.casus.event.Event;
import org.junit.jupiter.api.Assertions;

/** Articles coded by the real program, and what a format makes of them. */
final class Coded {
    static final Casus CASUS = LoadedCasus.CASUS;
    static final FormatContext CONTEXT = FormatContext.of(CASUS.codebook(), "1.2");

    private static final LocalDate DAY = LocalDate.of(2024, 11, 20);

    /** Written for this test: each is here for a status, a place or a kind of actor. */
    private static final List<String> TEXTS = List.of(
            "Turkey shelled Kurdish fighters in the Syrian town of Kobani on Monday.",
            "Germany will send 200 soldiers to Lithuania next year. France denied that it had bombed Libya.",
            "Russia accused Ukraine of shelling a hospital in Donetsk. Iran may attack Israel within days.",
            "The presidents of Kenya and Uganda met in Nairobi on Tuesday. Police arrested three journalists in Mogadishu.",
            "The United Nations condemned North Korea. Hamas fired rockets at Israel from Gaza on Sunday.",
            "Thousands of teachers protested in Budapest. The Romanian parliament approved aid for Moldova.",
            "Demonstrators clashed with police in Portland, Oregon, on Saturday. Armenia praised Georgia in March 2024.");

    /** An event with its article. */
    record Told(Article article, Event event) {}

    private Coded() {}

    /** The bundled samples and the texts above, coded. */
    static List<CodedArticle> articles() {
        List<Article> articles = new ArrayList<>();
        for (String sample : List.of(
                "delegation.html", "sanctions.txt", "protest.txt", "offensive.txt", "aid.txt", "ceasefire.txt")) {
            try (InputStream in = Coded.class.getResourceAsStream("/org/casus/samples/" + sample)) {
                new ArticleReader().read(in, sample, new ArticleSink() {
                    @Override
                    public void article(Article article) {
                        articles.add(article);
                    }

                    @Override
                    public void problem(Problem problem) {
                        Assertions.fail(problem.toString());
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        for (int i = 0; i < TEXTS.size(); i++) {
            articles.add(Article.of(
                    "text" + i + ".txt",
                    "https://example.org/" + i,
                    "Text " + i,
                    "Wire; Service",
                    DAY,
                    "en",
                    TEXTS.get(i)));
        }
        return articles.stream().map(CASUS.coder()::code).toList();
    }

    static List<Told> events() {
        return articles().stream()
                .flatMap(coded -> coded.events().stream().map(event -> new Told(coded.article(), event)))
                .toList();
    }

    /** What a format writes and what it leaves out. */
    static final class Written {
        private final byte[] bytes;
        private final Optional<String> leftOut;

        Written(byte[] bytes, Optional<String> leftOut) {
            this.bytes = bytes;
            this.leftOut = leftOut;
        }

        byte[] bytes() {
            return bytes.clone();
        }

        Optional<String> leftOut() {
            return leftOut;
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** Cells of a format of lines and tabs, read without any rule but these two. */
        List<List<String>> cells() {
            String text = text();
            Assertions.assertTrue(text.isEmpty() || text.endsWith("\n"));
            return Stream.of(text.split("\n"))
                    .map(line -> Arrays.asList(line.split("\t", -1)))
                    .toList();
        }
    }

    static Written write(ExportFormat format, List<Told> events) {
        return write(format, events, CONTEXT);
    }

    static Written write(ExportFormat format, List<Told> events, FormatContext context) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Optional<String> leftOut;
        try (EventWriter writer = format.on(out, context)) {
            for (Told told : events) {
                writer.write(told.article(), told.event());
            }
            leftOut = writer.leftOut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Written(out.toByteArray(), leftOut);
    }

    /** A row by the names of its columns. */
    static Map<String, String> row(List<String> names, List<String> cells) {
        Assertions.assertEquals(names.size(), cells.size());
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), cells.get(i));
        }
        return row;
    }

    /** The events as formats without a status tell them, for comparison. */
    static List<Deed> deeds(List<Told> events, boolean bothWays) {
        Deeds deeds = new Deeds(CASUS.codebook(), bothWays, new LeftOut("test"));
        return events.stream()
                .flatMap(told -> deeds.of(told.article(), told.event()).stream())
                .toList();
    }
}
