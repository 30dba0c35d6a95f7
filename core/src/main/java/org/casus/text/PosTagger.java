package org.casus.text;

import java.util.List;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;

/** Parts of speech by OpenNLP's English model. Safe for use by many threads; the dearest step of the text stage, so asked for last. */
public final class PosTagger {
    private final ThreadLocal<POSTaggerME> taggers;

    public PosTagger() {
        POSModel model = OpenNlpModels.load("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin", POSModel::new);
        taggers = ThreadLocal.withInitial(() -> new POSTaggerME(model));
    }

    /** A tag for each token of the sentence. */
    public List<Pos> tag(Sentence sentence) {
        String[] words = sentence.tokens().stream().map(Token::text).toArray(String[]::new);
        return List.of(taggers.get().tag(words)).stream().map(Pos::of).toList();
    }
}
