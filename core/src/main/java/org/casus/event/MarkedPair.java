package org.casus.event;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.codebook.Folding;
import org.casus.reader.Kind;
import org.casus.reader.LearnedReader;
import org.casus.reader.LearnedReader.Deed;
import org.casus.reader.Mention;
import org.casus.text.Sentence;
import org.casus.text.TextSplitter;

/**
 * A sentence with a marked source and target: {@code "<s>Iran</s> condemned <t>the ruling</t>."}
 */
public final class MarkedPair {
    private static final Pattern MARKS = Pattern.compile("<(/?)([st])>");

    private final String text;
    private final int[] source;
    private final int[] target;
    private Sentence sentence;

    private MarkedPair(String text, int[] source, int[] target) {
        this.text = text;
        this.source = source;
        this.target = target;
    }

    /** Reads the marks; empty when both are missing. With one mark alone the sentence is read for what that one does or suffers. */
    public static Optional<MarkedPair> parse(String marked) {
        StringBuilder plain = new StringBuilder();
        int[] source = {-1, -1};
        int[] target = {-1, -1};
        Matcher matcher = MARKS.matcher(marked);
        int from = 0;
        while (matcher.find()) {
            plain.append(marked, from, matcher.start());
            int[] span = matcher.group(2).equals("s") ? source : target;
            span[matcher.group(1).isEmpty() ? 0 : 1] = plain.length();
            from = matcher.end();
        }
        plain.append(marked, from, marked.length());
        return holds(source) || holds(target)
                ? Optional.of(new MarkedPair(plain.toString(), source, target))
                : Optional.empty();
    }

    private static boolean holds(int[] span) {
        return span[0] >= 0 && span[1] > span[0];
    }

    /** What the source does to the target; what is only planned is told as its intent, since a pair's answer is its type. */
    public Deed read(TextSplitter splitter, LearnedReader reader, Folding folding) {
        Deed deed = deed(splitter, reader);
        return new Deed(folding.fold(deed.code(), deed.status()), deed.status(), deed.trigger(), deed.confidence());
    }

    private Deed deed(TextSplitter splitter, LearnedReader reader) {
        sentence = splitter.single(text);
        // with one mark alone the sentence is read for what that one does or suffers
        if (!holds(source) || !holds(target)) {
            return reader.relate(sentence, mention(holds(source) ? source : target), null);
        }
        return reader.relate(sentence, mention(source), mention(target));
    }

    /** The text of tokens of the sentence last read. */
    public String words(int first, int end) {
        return sentence.textOf(first, end);
    }

    private Mention mention(int[] span) {
        return Mention.at(sentence, span[0], span[1], Kind.ORG);
    }
}
