package org.casus.story;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.shingle.FixedShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * A text as the set of its word triples, hashed, and a MinHash of them by which texts with many common triples are found without comparing
 * all (Broder 1997, "On the resemblance and containment of documents").
 *
 * <pre>{@code
 * TextSignature.of(text).resemblance(TextSignature.of(copy)); // 0 to 1
 * }</pre>
 *
 * Words, triples and MinHash are Lucene's, so the signature of a text is the same in every run and on every machine.
 */
public final class TextSignature {
    private static final int SHINGLE = 3;
    /** Of longer texts only the beginning is looked at: news is shorter, and 10 MB of logs are no news. */
    private static final int LONGEST = 20_000;

    private static final int MINIMA = 64;
    private static final int SEED = 0;

    private final int[] shingles;
    private final int[] minima;

    private TextSignature(int[] shingles, int[] minima) {
        this.shingles = shingles;
        this.minima = minima;
    }

    /** The signature of a text; that of a text of less than three words is {@linkplain #isEmpty empty}. */
    public static TextSignature of(String text) {
        Tokenizer words = new StandardTokenizer();
        words.setReader(new StringReader(text.substring(0, Math.min(LONGEST, text.length()))));
        Shingles shingles = new Shingles(new FixedShingleFilter(new LowerCaseFilter(words), SHINGLE));
        try (TokenStream hashes = new MinHashFilter(shingles, 1, MINIMA, 1, true)) {
            CharTermAttribute term = hashes.getAttribute(CharTermAttribute.class);
            int[] minima = new int[MINIMA];
            int count = 0;
            hashes.reset();
            while (hashes.incrementToken()) {
                minima[count++] = hash(term);
            }
            hashes.end();
            return new TextSignature(shingles.distinct(), count == MINIMA ? minima : new int[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
    }

    private static int hash(CharTermAttribute term) {
        return StringHelper.murmurhash3_x86_32(new BytesRef(term), SEED);
    }

    /** True for a text that is too short to be compared. */
    public boolean isEmpty() {
        return minima.length == 0;
    }

    /** The share of common triples among all of both, 0 to 1 (Jaccard). */
    public double resemblance(TextSignature other) {
        int common = common(other);
        int all = shingles.length + other.shingles.length - common;
        return all == 0 ? 0 : (double) common / all;
    }

    /** The share of the shorter text's triples that the longer one has too, 0 to 1. */
    public double containment(TextSignature other) {
        int shorter = Math.min(shingles.length, other.shingles.length);
        return shorter == 0 ? 0 : (double) common(other) / shorter;
    }

    private int common(TextSignature other) {
        int common = 0;
        for (int i = 0, j = 0; i < shingles.length && j < other.shingles.length; ) {
            int order = Integer.compare(shingles[i], other.shingles[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }

    /** How many different triples the text has. */
    int size() {
        return shingles.length;
    }

    /** The minima of one band, as a key: {@code rows} values from {@code band * rows} on. */
    long band(int band, int rows) {
        long key = band;
        for (int row = 0; row < rows; row++) {
            key = key * 0x9E3779B97F4A7C15L + minima[band * rows + row];
        }
        return key;
    }

    static int bands(int rows) {
        return MINIMA / rows;
    }

    /** For a store: four bytes a value, minima first. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (1 + minima.length + shingles.length));
        bytes.putInt(minima.length);
        Arrays.stream(minima).forEach(bytes::putInt);
        Arrays.stream(shingles).forEach(bytes::putInt);
        return bytes.array();
    }

    /** The signature that {@link #toBytes} wrote. */
    public static TextSignature ofBytes(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        int[] minima = new int[bytes.getInt()];
        Arrays.setAll(minima, i -> bytes.getInt());
        int[] shingles = new int[bytes.remaining() / Integer.BYTES];
        Arrays.setAll(shingles, i -> bytes.getInt());
        return new TextSignature(shingles, minima);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextSignature that
                && Arrays.equals(shingles, that.shingles)
                && Arrays.equals(minima, that.minima);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(minima);
    }

    /** Lets triples pass and remembers their hashes: what MinHash finds alike is then compared by all of them. */
    private static final class Shingles extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private int[] hashes = new int[256];
        private int count;

        Shingles(TokenStream input) {
            super(input);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            if (count == hashes.length) {
                hashes = Arrays.copyOf(hashes, 2 * count);
            }
            hashes[count++] = hash(term);
            return true;
        }

        int[] distinct() {
            return Arrays.stream(hashes, 0, count).sorted().distinct().toArray();
        }
    }
}
