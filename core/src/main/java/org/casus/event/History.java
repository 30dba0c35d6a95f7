package org.casus.event;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a sentence tells the news or recalls history: an earlier year, "years ago", "last decade". */
final class History {
    private static final Pattern YEAR =
            Pattern.compile("\\b(?:in|since|of|from|until|during|late|early)\\s+((?:1[6-9]|20)\\d{2})\\b");
    private static final Pattern LONG_AGO = Pattern.compile(
            "(?i)\\b(?:(?:years?|months|decades?|centur(?:y|ies)) (?:ago|earlier)|last (?:year|decade|century)|in the past|formerly|previously|historically)\\b");

    private History() {}

    static boolean isRecalled(String sentence, @Nullable LocalDate published) {
        if (LONG_AGO.matcher(sentence).find()) {
            return true;
        }
        Matcher year = YEAR.matcher(sentence);
        while (year.find()) {
            if (published != null && Integer.parseInt(year.group(1)) < published.getYear()) {
                return true;
            }
        }
        return false;
    }
}
