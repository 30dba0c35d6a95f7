package org.casus.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which column of a table holds what of an article. What is not named is guessed by the usual names, those of news corpora
 * among them ({@code maintext}, {@code date_publish}).
 *
 * @param named the user's choice: field to column
 */
public record Columns(Map<String, String> named) {
    private static final Map<String, List<String>> USUAL = new LinkedHashMap<>();

    static {
        USUAL.put(
                "text",
                List.of(
                        "text",
                        "body",
                        "maintext",
                        "content",
                        "article",
                        "articletext",
                        "articlebody",
                        "fulltext",
                        "plaintext",
                        "story"));
        USUAL.put("title", List.of("title", "headline", "articletitle"));
        USUAL.put(
                "published",
                List.of(
                        "published",
                        "date",
                        "publisheddate",
                        "publishedat",
                        "datepublish",
                        "datepublished",
                        "publishdate",
                        "publicationdate",
                        "pubdate",
                        "datetime",
                        "timestamp"));
        USUAL.put(
                "publisher",
                List.of(
                        "publisher",
                        "source",
                        "sourcename",
                        "outlet",
                        "publication",
                        "newspaper",
                        "sourcedomain",
                        "domain"));
        USUAL.put("url", List.of("url", "link", "articleurl", "address"));
        USUAL.put("language", List.of("language", "lang"));
        USUAL.put("file", List.of("file", "filename"));
    }

    /** A table without a column for the text, or without one that the user named. */
    static final class NoSuchColumnException extends Exception {
        NoSuchColumnException(String reason) {
            super(reason);
        }
    }

    /** All columns guessed. */
    public static Columns guessed() {
        return new Columns(Map.of());
    }

    /**
     * Reads {@code text=body,title=headline}.
     *
     * @throws IllegalArgumentException when it is not of this form, or names no field of an article
     */
    public static Columns parse(String list) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String pair : list.split(",", -1)) {
            int equals = pair.indexOf('=');
            String field = equals < 0 ? pair : pair.substring(0, equals).strip();
            if (equals < 0 || equals == pair.length() - 1) {
                throw new IllegalArgumentException("\"" + pair + "\" is not of the form field=column");
            }
            if (!USUAL.containsKey(field)) {
                throw new IllegalArgumentException(
                        "no field \"" + field + "\"; the fields are " + String.join(", ", USUAL.keySet()));
            }
            named.put(field, pair.substring(equals + 1).strip());
        }
        return new Columns(named);
    }

    /** The place of each field among a table's columns. */
    Map<String, Integer> among(List<String> columns) throws NoSuchColumnException {
        Map<String, Integer> chosen = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> field : USUAL.entrySet()) {
            String name = named.get(field.getKey());
            int place = name == null ? guess(columns, field.getValue()) : columns.indexOf(name);
            if (name != null && place < 0) {
                throw new NoSuchColumnException("has no column \"" + name + "\"; its columns are " + list(columns));
            }
            if (place >= 0) {
                chosen.put(field.getKey(), place);
            }
        }
        if (!chosen.containsKey("text")) {
            throw new NoSuchColumnException(
                    "has no column for the text among " + list(columns) + "; name it with --columns text=NAME");
        }
        return chosen;
    }

    /** What was taken, in the form of {@code --columns}. */
    static String told(Map<String, Integer> chosen, List<String> columns) {
        return chosen.entrySet().stream()
                .map(field -> field.getKey() + "=" + columns.get(field.getValue()))
                .collect(Collectors.joining(","));
    }

    private static int guess(List<String> columns, List<String> usual) {
        List<String> plain = columns.stream()
                .map(column -> column.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))
                .toList();
        return usual.stream()
                .map(plain::indexOf)
                .filter(place -> place >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static String list(List<String> columns) {
        String all = columns.stream().limit(30).collect(Collectors.joining(", "));
        return columns.size() > 30 ? all + " and " + (columns.size() - 30) + " more" : all;
    }
}
