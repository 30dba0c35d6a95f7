package org.casus.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;

/**
 * Splits a body into sentences and tokens with OpenNLP's English models, and mends what the models get wrong in news:
 * abbreviations ("Lt. Gen.", "Feb."), datelines, sentences that run on for pages. Safe for use by many threads.
 *
 * <pre>{@code
 * Document document = new TextSplitter().split("BAKU, Nov 1 (Reuters) - Iran’s envoy left. Talks go on.");
 * document.sentences().size();        // 2
 * document.dateline().place();        // "BAKU"
 * }</pre>
 */
public final class TextSplitter {
    /** Longer paragraphs and sentences are cut: cost must not grow faster than the text, whatever a page holds. */
    private static final int MAX_PARAGRAPH = 8_000;

    private static final int MAX_TOKENS = 150;

    private static final int LONGEST_WORD = 200;
    private static final int MOST_CHUNKS = 50_000;

    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr.", "mrs.", "ms.", "dr.", "prof.", "gen.", "lt.", "col.", "maj.", "capt.", "sgt.", "adm.", "brig.",
            "cmdr.", "gov.", "sen.", "rep.", "pres.", "min.", "rev.", "hon.", "st.", "jr.", "sr.", "jan.", "feb.",
            "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.", "vs.", "no.", "u.s.",
            "u.n.", "u.k.", "e.u.", "d.c.", "a.m.", "p.m.", "inc.", "corp.", "ltd.", "co.", "e.g.", "i.e.", "approx.",
            "est.", "dept.", "mt.", "ft.", "al.", "op.", "amb.", "insp.", "cpl.", "pvt.", "supt.", "det.", "atty.",
            "mon.", "tue.", "wed.", "thu.", "fri.", "sat.", "sun.");

    /** These end a sentence as often as not: only a small letter or a name after them joins. */
    private static final Set<String> MAY_END = Set.of(
            "u.s.", "u.n.", "u.k.", "e.u.", "d.c.", "a.m.", "p.m.", "inc.", "corp.", "ltd.", "co.", "jr.", "sr.");

    private final ThreadLocal<SentenceDetectorME> sentences;
    private final ThreadLocal<TokenizerME> tokenizers;
    private final Map<String, Span[]> chunks = new ConcurrentHashMap<>();

    public TextSplitter() {
        SentenceModel sentenceModel =
                OpenNlpModels.load("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin", SentenceModel::new);
        TokenizerModel tokenModel = OpenNlpModels.load("/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin", TokenizerModel::new);
        sentences = ThreadLocal.withInitial(() -> new SentenceDetectorME(sentenceModel));
        tokenizers = ThreadLocal.withInitial(() -> new TokenizerME(tokenModel));
    }

    /** Sentences and tokens of a body, in order; offsets count in the body as given. */
    public Document split(String body) {
        CleanText clean = CleanText.of(body);
        List<Sentence> found = new ArrayList<>();
        Optional<Dateline> dateline = Optional.empty();
        List<Span> paragraphs = Paragraphs.of(clean.text(), MAX_PARAGRAPH);
        for (int p = 0; p < paragraphs.size(); p++) {
            Span paragraph = paragraphs.get(p);
            int start = paragraph.getStart();
            if (p == 0) {
                dateline = Dateline.at(clean.text().substring(start, paragraph.getEnd()));
                start += dateline.map(Dateline::end).orElse(0);
            }
            addSentences(clean, body, start, paragraph.getEnd(), p, found);
        }
        return new Document(found, dateline.orElse(null));
    }

    /** A text that is one sentence, whatever its signs say: for marked sentences and phrases. */
    public Sentence single(String text) {
        CleanText clean = CleanText.of(text);
        List<Token> tokens = tokens(clean, 0, clean.text().length());
        return new Sentence(0, 0, 0, text.length(), text, tokens);
    }

    private void addSentences(CleanText clean, String body, int start, int end, int paragraph, List<Sentence> found) {
        String text = clean.text().substring(start, end).replace('\n', ' ');
        for (Span span : joined(text, sentences.get().sentPosDetect(text))) {
            List<Token> tokens = tokens(clean, start + span.getStart(), start + span.getEnd());
            for (int from = 0; from < tokens.size(); from += MAX_TOKENS) {
                List<Token> part = tokens.subList(from, Math.min(tokens.size(), from + MAX_TOKENS));
                int first = part.get(0).start();
                int last = part.get(part.size() - 1).end();
                found.add(new Sentence(found.size(), paragraph, first, last, body.substring(first, last), part));
            }
        }
    }

    /** Joins spans that the model cut after an abbreviation or inside a sentence that goes on in small letters. */
    private static List<Span> joined(String text, Span[] spans) {
        List<Span> joined = new ArrayList<>(spans.length);
        for (Span span : spans) {
            Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && belongTogether(text, last, span)) {
                joined.set(joined.size() - 1, new Span(last.getStart(), span.getEnd()));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private static boolean belongTogether(String text, Span before, Span after) {
        String head = text.substring(before.getStart(), before.getEnd()).stripTrailing();
        char next = text.charAt(after.getStart());
        String lastWord = head.substring(head.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        if (lastWord.startsWith("(") || lastWord.startsWith("\"")) {
            lastWord = lastWord.substring(1);
        }
        if (ABBREVIATIONS.contains(lastWord) && !MAY_END.contains(lastWord)) {
            return true;
        }
        boolean initial = lastWord.length() == 2 && lastWord.charAt(1) == '.' && Character.isLetter(lastWord.charAt(0));
        return initial || Character.isLowerCase(next);
    }

    private List<Token> tokens(CleanText clean, int start, int end) {
        String text = clean.text();
        List<Token> tokens = new ArrayList<>((end - start) / 5 + 1);
        int from = start;
        while (from < end) {
            if (Character.isWhitespace(text.charAt(from))) {
                from++;
                continue;
            }
            int to = from + 1;
            while (to < end && !Character.isWhitespace(text.charAt(to))) {
                to++;
            }
            addTokens(clean, from, to, tokens);
            from = to;
        }
        return tokens;
    }

    private void addTokens(CleanText clean, int from, int to, List<Token> tokens) {
        String chunk = clean.text().substring(from, to);
        for (Span span : spans(chunk)) {
            TokenSplits.split(chunk, span.getStart(), span.getEnd(), (first, end) -> {
                String word = chunk.substring(first, end);
                tokens.add(new Token(
                        word,
                        word.toLowerCase(Locale.ROOT),
                        clean.originalStart(from + first),
                        clean.originalEnd(from + end)));
            });
        }
    }

    /** The model looks at one run of non-blanks at a time, so what it said of one it says again: the frequent ones are kept. */
    private Span[] spans(String chunk) {
        if (chunk.length() > LONGEST_WORD) {
            return new Span[] {new Span(0, chunk.length())};
        }
        if (chunk.codePoints().allMatch(Character::isLetter)) {
            return new Span[] {new Span(0, chunk.length())};
        }
        Span[] known = chunks.get(chunk);
        if (known == null) {
            known = tokenizers.get().tokenizePos(chunk);
            if (chunks.size() < MOST_CHUNKS) {
                chunks.put(chunk, known);
            }
        }
        return known;
    }
}
