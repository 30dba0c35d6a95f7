package org.casus.reader;

import org.casus.text.Sentence;

/** Reads one sentence. Implementations are safe for use by many threads and give the same reading for the same sentence. */
public interface Reader {
    Reading read(Sentence sentence);
}
