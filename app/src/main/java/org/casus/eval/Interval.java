package org.casus.eval;

import java.util.Locale;

/** A 95 % confidence interval of a share (Wilson, "Probable inference", JASA 1927), which holds for small numbers too. */
public record Interval(double low, double high) {
    private static final double Z = 1.96;

    /** Of {@code right} among {@code all}; from 0 to 1 where there are none. */
    static Interval of(int right, int all) {
        if (all == 0) {
            return new Interval(0, 1);
        }
        double share = (double) right / all;
        double centre = share + Z * Z / (2 * all);
        double half = Z * Math.sqrt(share * (1 - share) / all + Z * Z / (4.0 * all * all));
        double whole = 1 + Z * Z / all;
        return new Interval(Math.max(0, (centre - half) / whole), Math.min(1, (centre + half) / whole));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f–%.2f", low, high);
    }
}
