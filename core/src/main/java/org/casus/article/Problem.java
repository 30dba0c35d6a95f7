package org.casus.article;

/**
 * An input that could not be read, and why, in words that say what to do where something can be done.
 *
 * @param input the file, or file and line
 */
public record Problem(String input, String reason) {
    @Override
    public String toString() {
        return input + ": " + reason;
    }
}
