package org.casus.text;

/** Parts of speech: the tags of Universal Dependencies that Casus tells apart. */
public enum Pos {
    NOUN,
    PROPN,
    PRON,
    ADJ,
    DET,
    NUM,
    VERB,
    AUX,
    ADV,
    ADP,
    PART,
    CCONJ,
    SCONJ,
    INTJ,
    SYM,
    PUNCT,
    X;

    static Pos of(String tag) {
        try {
            return valueOf(tag);
        } catch (IllegalArgumentException unknown) {
            return X;
        }
    }

    public boolean isNominal() {
        return this == NOUN || this == PROPN;
    }
}
