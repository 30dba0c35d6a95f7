package org.casus.text;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.ml.BeamSearch;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSModel;
import opennlp.tools.util.SequenceValidator;

/**
 * Parts of speech by OpenNLP's English model. Safe for use by many threads; the dearest step of the text stage, so asked for
 * last. It decides word by word (a beam of one instead of the model's three):
 * much faster, and the figures of the yardsticks stayed the same to the third digit.
 */
public final class PosTagger {
    private final ThreadLocal<Search> searches;

    private record Search(BeamSearch beam, POSContextGenerator contexts, SequenceValidator<String> validator) {}

    public PosTagger() {
        POSModel model = OpenNlpModels.load("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin", POSModel::new);
        MaxentModel tags = model.getArtifact("pos.model");
        searches = ThreadLocal.withInitial(() -> new Search(
                new BeamSearch(1, tags),
                model.getFactory().getPOSContextGenerator(),
                model.getFactory().getSequenceValidator()));
    }

    /** A tag for each token of the sentence. */
    public List<Pos> tag(Sentence sentence) {
        String[] words = sentence.tokens().stream().map(Token::text).toArray(String[]::new);
        Search search = searches.get();
        List<Pos> tags = new ArrayList<>(words.length);
        search.beam()
                .bestSequence(words, null, search.contexts(), search.validator())
                .getOutcomes()
                .forEach(tag -> tags.add(Pos.of(tag)));
        mend(sentence.tokens(), tags);
        return tags;
    }

    /** The model takes the verb of many a lead for an adjective: "Rebels freed 20 soldiers", "The ruling angered the minister". */
    private static void mend(List<Token> tokens, List<Pos> tags) {
        for (int t = 1; t + 1 < tags.size(); t++) {
            boolean opensObject =
                    tags.get(t + 1) == Pos.DET || tags.get(t + 1) == Pos.NUM || tags.get(t + 1) == Pos.PROPN;
            if (tags.get(t) == Pos.ADJ
                    && tokens.get(t).lower().endsWith("ed")
                    && tags.get(t - 1).isNominal()
                    && opensObject) {
                tags.set(t, Pos.VERB);
            }
        }
    }
}
