package org.casus.text;

/**
 * A word or sign of a sentence.
 *
 * @param text the word made plain ({@link CleanText}): "Pakistan" for "Pakıstan"
 * @param lower {@code text} in lower case
 * @param start where it starts in the article's body, in UTF-16 units
 * @param end where it ends in the body, exclusive
 */
public record Token(String text, String lower, int start, int end) {

    /** True when the word begins with a capital. */
    public boolean isCapitalised() {
        return Character.isUpperCase(text.charAt(0));
    }

    /** True for signs: comma, bracket, quotation mark… */
    public boolean isPunctuation() {
        return text.codePoints().noneMatch(Character::isLetterOrDigit);
    }
}
