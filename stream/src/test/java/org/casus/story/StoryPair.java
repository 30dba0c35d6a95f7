package org.casus.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.casus.Coder.CodedArticle;
import org.casus.LoadedCasus;
import org.casus.article.Article;

/** Two short news texts, judged by hand: do both report the same happening? */
record StoryPair(String id, boolean same, String why, Account first, Account second) {
    private static final ObjectMapper JSON = new ObjectMapper();

    boolean areBothCoded() {
        return !first.tellings().isEmpty() && !second.tellings().isEmpty();
    }

    boolean isJoined() {
        List<Story> stories = Stories.group(List.of(first, second));
        return stories.stream()
                        .anyMatch(story -> story.reports().stream()
                                        .map(Story.Report::article)
                                        .distinct()
                                        .count()
                                == 2)
                || areCopies();
    }

    private boolean areCopies() {
        NearDuplicates<String> copies = new NearDuplicates<>();
        TermReader terms = TermReader.bundled();
        copies.add(
                first.signature(),
                terms.read(first.lead()),
                Objects.requireNonNull(first.published()),
                first.article());
        return !copies.find(second.signature(), terms.read(second.lead()), Objects.requireNonNull(second.published()))
                .isEmpty();
    }

    static List<StoryPair> read(String file) throws IOException {
        Map<Article, Account> accounts = new HashMap<>();
        List<StoryPair> pairs = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(StoryPair.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode pair = JSON.readTree(line);
                pairs.add(new StoryPair(
                        pair.get("id").textValue(),
                        pair.get("same").booleanValue(),
                        pair.get("why").textValue(),
                        accounts.computeIfAbsent(article(pair.get("first")), StoryPair::account),
                        accounts.computeIfAbsent(article(pair.get("second")), StoryPair::account)));
            }
        }
        return pairs;
    }

    private static Article article(JsonNode text) {
        return Article.of(
                null,
                null,
                // the same words in two papers are two articles
                text.get("publisher").textValue(),
                text.get("publisher").textValue(),
                LocalDate.parse(text.get("published").textValue()),
                "en",
                text.get("text").textValue());
    }

    private static Account account(Article article) {
        CodedArticle coded = LoadedCasus.CASUS.coder().code(article);
        return Account.of(coded);
    }
}
