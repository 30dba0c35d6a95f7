package org.casus.event;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.casus.reader.Mention;
import org.casus.reader.Reading;
import org.casus.text.Saying;
import org.casus.text.Sentence;

/** Who says so: "… , the minister said", "according to the army". The one whose deed it is, and publishers, do not count. */
final class Attribution {
    private static final Set<String> DENYING = Set.of("denied", "denies", "deny");

    private static final int NO_TRIGGER = -1;

    private Attribution() {}

    /**
     * The number of the mention to whom the sentence attributes what it says.
     *
     * @param trigger the first token of the event's trigger, which is no saying of its own
     */
    static OptionalInt of(Reading reading, int trigger) {
        return of(reading.sentence(), reading.mentions(), trigger);
    }

    /** The number of the mention who says something in a sentence. */
    static OptionalInt speaker(Sentence sentence, List<Mention> mentions) {
        return of(sentence, mentions, NO_TRIGGER);
    }

    private static OptionalInt of(Sentence sentence, List<Mention> mentions, int trigger) {
        for (int m = 0; m < mentions.size(); m++) {
            Mention mention = mentions.get(m);
            boolean according =
                    follows(sentence, mention.first() - 1, "to") && follows(sentence, mention.first() - 2, "according");
            boolean by = follows(sentence, mention.first() - 1, "by")
                    && mention.first() - 2 != trigger
                    && isSaid(sentence, mention.first() - 2);
            if (according || by || says(sentence, mention, trigger)) {
                return OptionalInt.of(m);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean says(Sentence sentence, Mention mention, int trigger) {
        for (int t = mention.end(); t < Math.min(sentence.tokens().size(), mention.end() + 4); t++) {
            String word = sentence.tokens().get(t).lower();
            if (isSaying(sentence, t)) {
                return t != trigger;
            }
            if (!List.of("has", "have", "had", "also", "once", "again", "was", "later", ",")
                    .contains(word)) {
                break;
            }
        }
        int before = mention.first() - 1;
        return before > 0
                && before != trigger
                && Saying.is(sentence.tokens().get(before).lower())
                && mention.end() >= sentence.tokens().size() - 3;
    }

    /** "Described", "reported by": "reports by" may be a noun. */
    private static boolean isSaid(Sentence sentence, int token) {
        return isSaying(sentence, token) && sentence.tokens().get(token).lower().endsWith("ed");
    }

    /** A verb of saying; what one denies one says too, if it is told: "denied that soldiers had been deployed". */
    private static boolean isSaying(Sentence sentence, int token) {
        if (token < 0) {
            return false;
        }
        String word = sentence.tokens().get(token).lower();
        return Saying.is(word) || (DENYING.contains(word) && follows(sentence, token + 1, "that"));
    }

    private static boolean follows(Sentence sentence, int token, String word) {
        return token >= 0
                && token < sentence.tokens().size()
                && sentence.tokens().get(token).lower().equals(word);
    }
}
