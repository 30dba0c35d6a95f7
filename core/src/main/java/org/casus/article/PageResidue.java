package org.casus.article;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a page that are no text of the article: the date label and the signs of a text-size control ("date 2023-11-01 + ↺ −
 * 16 px"), share buttons, reading times.
 */
final class PageResidue {
    private static final Pattern DATE = Pattern.compile(
            "(?i)"
                    + "(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}"
                    + "|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? ?"
                    + "|\\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?,? \\d{4}"
                    + "|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})"
                    + "|\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\.?)?|\\b(?:gmt|utc|est|edt|cet|cest|bst|msk)\\b(?:[+-]\\d{1,2})?|T(?=\\d{2}:)|(?<=\\d)Z");
    private static final Pattern CONTROLS = Pattern.compile(
            "(?i)\\b\\d{1,2} ?(?:px|pt|%)"
                    + "|\\b(?:date|published|updated|posted|last (?:updated|modified)|on|at|by|text size|font size|font|size|reset|print|share(?: this(?: article| story| page)?)?|email|tweet"
                    + "|facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|copy link|link copied|save|bookmark|listen|comments?|advertisement|"
                    + "read more|more news|related|follow us|subscribe|sign up|min(?:ute)?s? read|read)\\b|\\b\\d{1,2} min(?:ute)?s?\\b|\\bA ?[+-]|[+\\u2212\\u2013-]A\\b|\\bA A A?\\b");
    private static final int LONGEST = 160;

    private PageResidue() {}

    /** True when nothing is left of the line but dates, controls and signs. */
    static boolean isResidue(String line) {
        String stripped = line.strip();
        if (stripped.isEmpty()) {
            return true;
        }
        if (stripped.length() > LONGEST) {
            return false;
        }
        String rest = CONTROLS.matcher(DATE.matcher(stripped).replaceAll(" ")).replaceAll(" ");
        return rest.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    /** The day on a residue line. */
    static Optional<LocalDate> date(@Nullable String line) {
        return Dates.in(line);
    }
}
