package org.casus.position;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.actor.Actor;
import org.casus.event.Event;

/**
 * An event with the wording of its sentence: what stands before and behind a word, and whether those words make the deed a fact.
 * Rules look here where type and status of the event do not tell enough.
 */
final class Telling {
    /** So far before a verb its helpers stand: "has still not yet formally recognised". */
    private static final int NEAR = 6;

    /** Words before a verb that make it talk: what is wanted, weighed, asked for or to come. */
    private static final Pattern TALK = Pattern.compile(
            "\\b(?:will|would|shall|may|might|could|should|must|can|cannot|unless|if"
                    + "|plan(?:s|ned|ning)?|inten[dt]\\w*|want(?:s|ed|ing)?|wish\\w*|hop(?:e|es|ed|ing)|seek\\w*|sought"
                    + "|ready|prepar\\w*|consider\\w*|weigh\\w*|debat\\w*|discuss\\w*|propos\\w*|suggest\\w*|offer\\w*|expect\\w*"
                    + "|threat\\w*|warn\\w*|urg(?:e|es|ed|ing)|call(?:s|ed|ing)?(?! off)|ask(?:s|ed|ing)?|demand\\w*|appeal\\w*|press(?:es|ed|ing)?"
                    + "|push(?:es|ed|ing)?|plead\\w*|beg(?:s|ged)?|request\\w*|encourag\\w*|advis\\w*|promis\\w*|pledg\\w*|vow(?:s|ed|ing)?"
                    + "|agree(?:d|s)? to(?! (?:an?|the|its|their)\\b)|aim(?:s|ed|ing)?|due|set to|about to|likely|possible|draft\\w*|vot(?:e|es|ed|ing)|veto\\w*|block(?:s|ed|ing)?"
                    + "|lobb\\w+|condemn\\w*|denounc\\w*|accus\\w*|critici[sz]\\w*|den(?:y|ies|ied|ying)|failed|tr(?:y|ies|ied|ying))\\b");

    private static final Pattern REFUSAL =
            Pattern.compile("\\b(?:will|would|shall|can) (?=(?:not|never|no longer)\\b)|\\bwon[’']t\\b|\\bcannot\\b");

    private static final Pattern NEGATION = Pattern.compile(
            "\\b(?:not|never|refus\\w+|declin\\w+|without|nor|neither|yet to|no longer|won't)\\b|n[’']t\\b");

    /** After the object of a deed the sentence ends or goes on with one of these; another word makes the object part of a longer one. */
    private static final Pattern GOES_ON = Pattern.compile("^\\s*(?:$|[.,;:!?)\\]\"”—–]"
            + "|(?i:(?:on|in|at|as|and|or|but|until|till|since|because|today|yesterday|after|before|within|for|to|when|while|where|which|who"
            + "|from|by|last|this|next|once|again|again|alongside|along|along|despite|with|without|during|following|over|under|amid|through"
            + "|earlier|late|soon|officially|formally|through|that|so|though|although|even|upon|only|last|early|immediately"
            + "|(?:mon|tues|wednes|thurs|fri|satur|sun)day|[0-9]\\w*)\\b))");

    /** What may stand between two of a list: "Mali, Niger and Burkina Faso". */
    private static final Pattern LIST = Pattern.compile("(?:,|\\s|and\\b|the\\b|both\\b|\\p{Lu}[\\p{L}.’'-]*)*");

    private static final Pattern MORE = Pattern.compile("(?:, (?:the )?\\p{Lu}[\\p{L} ]*)*,? and (?:the )?\\p{Lu}");

    private static final Pattern WITH = Pattern.compile("(?: [\\w-]+){0,4}? with ");

    final Event event;
    final String sentence;
    /** The sentence in lower case, letter for letter as long as it. */
    final String small;

    Telling(Event event) {
        this.event = event;
        this.sentence = event.evidence().sentence();
        this.small = lower(sentence);
    }

    /** True where helpers of the word at {@code at} make it talk of what is wanted, weighed or to come. */
    boolean isTalk(int at) {
        return TALK.matcher(near(at)).find();
    }

    /** The same for a negated word: "will never recognise" is a refusal, "urged it not to recognise" is talk. */
    boolean isRefusalOnlyTalk(int at) {
        return TALK.matcher(REFUSAL.matcher(near(at)).replaceAll("")).find();
    }

    /** True where the word at {@code at} is negated or refused. */
    boolean isNegated(int at) {
        return NEGATION.matcher(near(at)).find();
    }

    /** True where what ends at {@code end} is whole: "recognised Kosovo on Monday", not "recognised Kosovo passports". */
    boolean isWhole(int end) {
        return GOES_ON.matcher(sentence.substring(end)).find();
    }

    /** The last few words before a place in the sentence, in lower case, back to the last full break. */
    String near(int at) {
        return words(small.substring(0, at), NEAR);
    }

    /** Where an actor is named, looking from {@code from} on; -1 where it is not. */
    int of(Actor actor, int from) {
        String name = actor.text();
        int at = sentence.indexOf(name, Math.max(0, from));
        // "Ethiopia" is not named by "Ethiopian"
        while (at >= 0 && !(isEdge(at - 1) && isEdge(at + name.length()))) {
            at = sentence.indexOf(name, at + 1);
        }
        return at;
    }

    private boolean isEdge(int at) {
        return at < 0 || at >= sentence.length() || !Character.isLetterOrDigit(sentence.charAt(at));
    }

    /** True where the two sides are named in one list, "Armenia and Azerbaijan", or one of them behind "with" after {@code end}. */
    boolean areTogether(int end) {
        return areListed() || isOneWithOther(end);
    }

    /** True where one of the two sides is named behind "with" after {@code end}. */
    boolean isOneWithOther(int end) {
        return leadsTo(end, WITH, Objects.requireNonNull(event.target())) || leadsTo(end, WITH, event.source());
    }

    private boolean areListed() {
        Actor target = Objects.requireNonNull(event.target());
        return isListed(event.source(), target) || isListed(target, event.source());
    }

    /** True where between {@code end} and the name of an actor stand only words that match, and names in a list. */
    boolean leadsTo(int end, Pattern words, Actor actor) {
        int at = of(actor, end);
        Matcher matcher = words.matcher(sentence).region(end, sentence.length());
        return at >= 0
                && matcher.lookingAt()
                && matcher.end() <= at
                && LIST.matcher(sentence.substring(matcher.end(), at)).matches();
    }

    private boolean isListed(Actor first, Actor second) {
        int start = of(first, 0);
        int end = start + first.text().length();
        int next = start < 0 ? -1 : of(second, end);
        if (next < 0) {
            return false;
        }
        String between = sentence.substring(end, next);
        // "In Colombia, the rebels" is no list; "Mali, Niger and Burkina Faso" goes on
        boolean goesOn =
                MORE.matcher(sentence.substring(next + second.text().length())).lookingAt();
        return LIST.matcher(between).matches() && (between.contains(" and ") || (between.contains(",") && goesOn));
    }

    /** How many words stand between two places. */
    int wordsBetween(int from, int to) {
        String between = sentence.substring(from, to).strip();
        return between.isEmpty() ? 0 : between.split("\\s+").length;
    }

    private static String words(String text, int most) {
        int semicolon = Math.max(text.lastIndexOf(';'), text.lastIndexOf(" but "));
        String[] words = text.substring(semicolon + 1).strip().split("\\s+");
        int from = Math.max(0, words.length - most);
        return String.join(" ", Arrays.asList(words).subList(from, words.length));
    }

    /** Lower case letter by letter, since some letters of other languages grow when a whole text is lowered. */
    private static String lower(String text) {
        StringBuilder lowered = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            String small = String.valueOf(letter).toLowerCase(Locale.ROOT);
            lowered.append(small.length() == 1 ? small.charAt(0) : letter);
        }
        return lowered.toString();
    }
}
