package org.casus.export;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.actor.Actor;
import org.casus.article.Article;
import org.casus.codebook.Status;
import org.casus.event.Event;
import org.casus.time.PartialDate;
import org.jspecify.annotations.Nullable;

/** Events for people to read, in a terminal's width: a heading an article, then who did what to whom and the words that say so. */
public final class TableWriter implements EventWriter {
    private static final int INDENT = 15;

    private final Writer out;
    private final Paint paint;
    private final int width;
    private @Nullable String under;

    public TableWriter(Writer out, Paint paint, int width) {
        this.out = out;
        this.paint = paint;
        this.width = Math.max(60, Math.min(width, 120));
    }

    @Override
    public void write(Article article, Event event) throws IOException {
        if (!article.id().equals(under)) {
            if (under != null) {
                out.write("\n");
            }
            under = article.id();
            heading(article);
        }
        write(event, article.published());
    }

    private void heading(Article article) throws IOException {
        String name = Stream.of(article.title(), article.file(), "article " + article.id())
                .filter(part -> part != null && !part.isBlank())
                .findFirst()
                .orElseThrow();
        out.write(paint.bold(clip(Paint.plain(name), width)) + "\n");
        String facts = Stream.of(
                        article.published() == null
                                ? "no date"
                                : article.published().toString(),
                        article.publisher(),
                        article.title() == null ? null : article.file())
                .filter(part -> part != null && !part.isBlank())
                .map(Paint::plain)
                .collect(Collectors.joining(" · "));
        out.write(paint.dim(clip(facts, width)) + "\n");
    }

    private void write(Event event, @Nullable LocalDate published) throws IOException {
        String label = pad(event.type() + " " + event.cameo().code(), INDENT - 1);
        String arrow = event.mutual() ? " ↔ " : " → ";
        String who = who(event.source()) + (event.target() == null ? "" : arrow + who(event.target()));
        List<String> lines = wrap(who, width - INDENT);
        out.write(paint.quad(event.quad(), label) + " " + lines.get(0) + "\n");
        for (String line : lines.subList(1, lines.size())) {
            out.write(" ".repeat(INDENT) + line + "\n");
        }
        String marks = marks(event, published);
        if (!marks.isEmpty()) {
            for (String line : wrap(marks, width - INDENT)) {
                out.write(" ".repeat(INDENT) + paint.dim(line) + "\n");
            }
        }
        out.write(" ".repeat(INDENT) + quote(event) + "\n");
    }

    /** What the heading and the line of actors do not say: when, if not on the day of publication, where, and how sure it is. */
    private static String marks(Event event, @Nullable LocalDate published) {
        boolean today =
                event.date() == null || (published != null && event.date().equals(PartialDate.of(published)));
        return Stream.of(
                        today ? null : String.valueOf(event.date()),
                        event.place() == null ? null : Paint.plain(event.place().name()),
                        event.status() == Status.ACTUAL ? null : event.status().label(),
                        event.background() ? "background" : null,
                        event.attribution() == null ? null : "says " + Paint.plain(event.attribution()))
                .filter(mark -> mark != null)
                .collect(Collectors.joining(" · "));
    }

    /** The words around the trigger, as many as fit on a line. */
    private String quote(Event event) {
        String sentence = Paint.plain(event.evidence().sentence());
        String trigger = Paint.plain(event.evidence().trigger());
        int at = sentence.indexOf(trigger);
        int room = width - INDENT - 4 - trigger.length();
        if (at < 0 || room < 10) {
            return paint.dim("“" + clip(sentence, width - INDENT - 2) + "”");
        }
        int end = at + trigger.length();
        int before = Math.min(at, Math.max(room / 2, room - (sentence.length() - end)));
        int after = Math.min(sentence.length() - end, room - before);
        String left = (before < at ? "…" : "") + sentence.substring(at - before, at);
        String right = sentence.substring(end, end + after) + (end + after < sentence.length() ? "…" : "");
        return paint.dim("“" + left) + paint.underline(trigger) + paint.dim(right + "”");
    }

    private static String who(@Nullable Actor actor) {
        if (actor == null) {
            return "";
        }
        String name = actor.name() != null ? actor.name() : actor.text();
        String code = Stream.of(actor.country(), actor.sector().name())
                .filter(part -> part != null)
                .distinct()
                .collect(Collectors.joining(" "));
        String role = actor.role() != null && actor.name() != null ? ", " + actor.role() : "";
        return Paint.plain(name) + " (" + code + role + ")";
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String pad(String text, int length) {
        return text.length() >= length ? text : text + " ".repeat(length - text.length());
    }

    private static String clip(String text, int length) {
        return text.length() <= length ? text : text.substring(0, Math.max(1, length - 1)) + "…";
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
