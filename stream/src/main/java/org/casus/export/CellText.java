package org.casus.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Text and numbers as cells of files that other programs read. */
final class CellText {
    private CellText() {}

    /** Without what no column of text can hold: NUL and halves of characters. */
    static String valid(String text) {
        return mapped(text, point -> point == 0 || isHalf(point) ? '\uFFFD' : point);
    }

    /** One line without tabs, other control characters or quotation marks that a reader could take for its own. */
    static String oneLine(String text) {
        return mapped(text, point -> {
            int type = Character.getType(point);
            if (Character.isISOControl(point)
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                return ' ';
            }
            return point == '"' ? '\'' : isHalf(point) ? '\uFFFD' : point;
        });
    }

    /** A spreadsheet runs cells that begin like formulas; text from a page must not. */
    static String inert(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** What XML 1.0 can hold. */
    static String xml(String text) {
        return mapped(text, point -> {
            boolean allowed = point >= 0x20 && !isHalf(point) && point != 0xFFFE && point != 0xFFFF;
            return allowed || point == '\t' || point == '\n' ? point : '\uFFFD';
        });
    }

    /** At most so many digits behind the point and no needless ones: 3.4, 55.7522, -10. */
    static String trimmed(double number, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(number)
                .setScale(digits, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** Exactly so many digits behind the point: -2.0. */
    static String fixed(double number, int digits) {
        return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }

    /** One value in a cell whose values are parted by semicolons. */
    static @Nullable String single(@Nullable String text) {
        return text == null ? null : text.replace(';', ',');
    }

    /** An empty text for null. */
    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static boolean isHalf(int point) {
        return Character.getType(point) == Character.SURROGATE;
    }

    private static String mapped(String text, IntUnaryOperator change) {
        StringBuilder mapped = new StringBuilder(text.length());
        text.codePoints().map(change).forEach(mapped::appendCodePoint);
        return mapped.toString();
    }
}
