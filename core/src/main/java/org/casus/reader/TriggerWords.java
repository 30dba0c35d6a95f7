package org.casus.reader;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.casus.data.Table;
import org.casus.text.Sentence;
import org.casus.text.Token;

/**
 * The words of which many uses tell an event: a sentence without any need not be read. Made out of the training sentences by
 * training/reader/trigger_words.py, which says how much they let pass.
 */
final class TriggerWords {
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

    private final Set<String> words = new HashSet<>();

    static TriggerWords bundled() {
        TriggerWords triggers = new TriggerWords();
        for (Table.Row row :
                Table.bundled("/org/casus/reader/trigger-words.txt", 1).rows()) {
            triggers.words.add(row.text(0));
        }
        return triggers;
    }

    boolean anyIn(Sentence sentence) {
        return sentence.tokens().stream().anyMatch(this::isOne);
    }

    private boolean isOne(Token token) {
        if (words.contains(token.lower())) {
            return true;
        }
        for (String part : NO_LETTERS.split(token.lower(), -1)) {
            if (words.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
