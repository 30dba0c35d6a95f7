package org.casus.eval;

import java.util.Collection;
import java.util.Set;

/** Right, found and wanted, added up. */
public final class Counts {
    private int right;
    private int found;
    private int wanted;

    /** Adds what was found and what was wanted of one text. */
    <T> void add(Set<T> given, Set<T> gold) {
        right += (int) given.stream().filter(gold::contains).count();
        found += given.size();
        wanted += gold.size();
    }

    /** Adds one that is right or wrong. */
    void add(boolean isRight) {
        right += isRight ? 1 : 0;
        found++;
        wanted++;
    }

    void add(int rightOnes, Collection<?> given, Collection<?> gold) {
        right += rightOnes;
        found += given.size();
        wanted += gold.size();
    }

    public double precision() {
        return Score.ratio(right, found);
    }

    public double recall() {
        return Score.ratio(right, wanted);
    }

    public double f1() {
        return Score.f1(precision(), recall());
    }

    /** Where the precision lies with 95 % confidence. */
    public Interval precisionInterval() {
        return Interval.of(right, found);
    }

    public Interval recallInterval() {
        return Interval.of(right, wanted);
    }

    public int wanted() {
        return wanted;
    }
}
