package org.casus;

import java.util.List;
import org.casus.article.Article;
import org.casus.event.Event;
import org.casus.event.EventAssembler;
import org.casus.event.SentenceReport;
import org.casus.reader.Reader;
import org.casus.reader.Reading;
import org.casus.text.Document;
import org.casus.text.TextSplitter;

/**
 * Codes an article: sentences, readings, events. Immutable; one coder serves all threads, and the same article gives the same
 * events always.
 */
public final class Coder {
    private final TextSplitter splitter;
    private final Reader reader;
    private final EventAssembler assembler;

    Coder(TextSplitter splitter, Reader reader, EventAssembler assembler) {
        this.splitter = splitter;
        this.reader = reader;
        this.assembler = assembler;
    }

    /** The article's events and what became of each of its sentences. */
    public CodedArticle code(Article article) {
        Document document = splitter.split(article.body());
        List<Reading> readings = document.sentences().stream().map(reader::read).toList();
        EventAssembler.Assembly assembly = assembler.assemble(article, document.dateline(), readings);
        return new CodedArticle(article, assembly.events(), assembly.reports());
    }

    /** An article with its events. */
    public record CodedArticle(Article article, List<Event> events, List<SentenceReport> sentences) {

        /** For an article without events why that is, in a few lines for people; nothing for one with events. */
        public List<String> whyEmpty() {
            return events.isEmpty() ? WhyEmpty.of(this) : List.of();
        }

        /** The same with only the events that are at least so sure. */
        public CodedArticle atLeast(double confidence) {
            List<Event> sure = events.stream()
                    .filter(event -> event.confidence() >= confidence)
                    .toList();
            return new CodedArticle(article, sure, sentences);
        }
    }
}
