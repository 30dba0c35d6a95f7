package org.casus.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article's body in sentences, with the dateline that stood before the first. */
public record Document(List<Sentence> sentences, @Nullable Dateline dateline) {
    public Document {
        sentences = List.copyOf(sentences);
    }
}
