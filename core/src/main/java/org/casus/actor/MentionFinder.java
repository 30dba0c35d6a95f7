package org.casus.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.casus.reader.Mention;
import org.casus.text.Calendar;
import org.casus.text.Pos;
import org.casus.text.Sentence;
import org.casus.text.Token;

/**
 * Finds the noun phrases that name actors: each grows from a name of the actor book to the whole phrase around it, "Chief of
 * Pakıstan’s Army Staff Asim Munir", "Russia's foreign minister, Sergei Lavrov". A name that only modifies another noun
 * ("Turkish offensive") is kept apart as a modifier.
 */
public final class MentionFinder {
    private static final Set<String> BELONGING = Set.of("of", "in", "for");
    private static final Set<String> LED = Set.of("led", "headed");

    /** Finds the mentions of a sentence, left to right, none overlapping another. */
    public List<Mention> find(Sentence sentence, List<Pos> tags, List<Hit> hits) {
        return new Search(sentence, tags, hits).mentions();
    }

    private static final class Search {
        private final List<Token> tokens;
        private final List<Pos> tags;
        private final List<Hit> hits;
        private final Hit[] hitAt;

        Search(Sentence sentence, List<Pos> tags, List<Hit> hits) {
            this.tokens = sentence.tokens();
            this.tags = tags;
            this.hits = hits;
            this.hitAt = new Hit[tokens.size() + 1];
            for (Hit hit : hits) {
                for (int t = hit.first(); t < hit.end(); t++) {
                    hitAt[t] = hit;
                }
            }
        }

        List<Mention> mentions() {
            List<Mention> found = new ArrayList<>();
            int free = 0;
            for (Hit hit : hits) {
                if (hit.first() < free || isNoActor(hit)) {
                    continue;
                }
                Mention mention = grow(hit, free);
                found.add(mention);
                free = mention.end();
            }
            return joinAppositions(found);
        }

        private boolean isNoActor(Hit hit) {
            if (hit.is(Entry.NonActor.class)) {
                return true;
            }
            // a role word used as a verb or adjective is no role: "troops guard the road", "to police the border"
            boolean roleOnly = hit.entries().stream().allMatch(entry -> entry instanceof Entry.Role);
            Pos last = tags.get(hit.end() - 1);
            return roleOnly && (last == Pos.VERB || last == Pos.AUX || last == Pos.ADV || last == Pos.ADP);
        }

        private Mention grow(Hit hit, int free) {
            int start = countedFrom(growLeft(hit.first(), free), free);
            int end = growRight(hit.end());
            int lastHitEnd = lastHitEnd(hit, end);
            if (!isActorHead(lastHitEnd, end)) {
                return new Mention(start, lastHitEnd, true);
            }
            return new Mention(start, extend(start, end), false);
        }

        /** "Thousands of | Sudanese": who are counted belong to the mention. */
        private int countedFrom(int start, int free) {
            boolean counted = start - 2 >= free && Quantities.isCountingOf(tokens, start - 1);
            return counted ? start - 2 : start;
        }

        private int growLeft(int first, int free) {
            int start = first;
            while (start > free && belongsLeft(start - 1)) {
                start--;
                if (opensPhrase(start)) {
                    break;
                }
            }
            // no phrase begins with a possessive or hyphen that was cut off
            while (start < first
                    && (tokens.get(start).text().equals("'s")
                            || tokens.get(start).text().equals("-"))) {
                start++;
            }
            return start;
        }

        /** An article or "his" opens a noun phrase: what stands before it is another. */
        private boolean opensPhrase(int t) {
            return tags.get(t) == Pos.DET || tags.get(t) == Pos.PRON;
        }

        private boolean belongsLeft(int t) {
            String word = tokens.get(t).lower();
            if (Calendar.isDayOrMonth(word)) {
                return false;
            }
            return switch (tags.get(t)) {
                case DET, ADJ, NUM, NOUN, PROPN -> !word.equals("no") || t == 0;
                case PART -> word.equals("'s") || word.equals("'");
                case PRON ->
                    Set.of("his", "her", "its", "their", "our", "my", "your").contains(word);
                case PUNCT -> word.equals("-") && t > 0 && t + 1 < tokens.size();
                case VERB -> t > 0 && tags.get(t - 1) == Pos.DET && (word.endsWith("ed") || word.endsWith("ing"));
                default -> false;
            };
        }

        private int growRight(int from) {
            int end = from;
            while (end < tokens.size()) {
                Pos tag = tags.get(end);
                String word = tokens.get(end).lower();
                if (Calendar.isDayOrMonth(word)) {
                    return end;
                }
                boolean noun = tag.isNominal() || (hitAt[end] != null && tag != Pos.VERB && tag != Pos.ADP);
                boolean adjective = tag == Pos.ADJ
                        && end + 1 < tokens.size()
                        && (tags.get(end + 1).isNominal() || hitAt[end + 1] != null);
                boolean possessive = word.equals("'s") && possessorGoesOn(end + 1);
                boolean hyphen = word.equals("-") && end + 1 < tokens.size();
                boolean number = tag == Pos.NUM
                        && end + 1 < tokens.size()
                        && tags.get(end + 1).isNominal();
                if (hyphen) {
                    end = Math.min(tokens.size(), end + 2);
                } else if (noun || adjective || possessive || number) {
                    end++;
                } else {
                    return end;
                }
            }
            return end;
        }

        /** True when after "Pakistan's" another name of the book heads the phrase: "Pakistan's army chief". */
        private boolean possessorGoesOn(int from) {
            int t = from;
            boolean named = false;
            while (t < tokens.size()
                    && (tags.get(t).isNominal()
                            || tags.get(t) == Pos.ADJ
                            || tags.get(t) == Pos.NUM
                            || hitAt[t] != null)) {
                if (hitAt[t] != null && !hitAt[t].is(Entry.NonActor.class)) {
                    named = true;
                    t = hitAt[t].end();
                } else {
                    if (named && !tokens.get(t).isCapitalised()) {
                        return false;
                    }
                    t++;
                }
            }
            return named;
        }

        private int lastHitEnd(Hit hit, int end) {
            int last = hit.end();
            for (Hit other : hits) {
                if (other.first() >= hit.first() && other.end() <= end && !other.is(Entry.NonActor.class)) {
                    last = Math.max(last, other.end());
                }
            }
            return last;
        }

        /** The phrase is an actor when its last word is a name of the book, or a proper name that follows one. */
        private boolean isActorHead(int lastHitEnd, int end) {
            for (int t = lastHitEnd; t < end; t++) {
                boolean name = tokens.get(t).isCapitalised() && tags.get(t) == Pos.PROPN;
                if (!name) {
                    return false;
                }
            }
            Hit last = hitAt[lastHitEnd - 1];
            boolean adjective = last != null
                    && last.entries().stream()
                            .allMatch(entry ->
                                    entry instanceof Entry.Country country && country.form() == Entry.Form.ADJECTIVE);
            boolean possessor = end < tokens.size() && tokens.get(end).lower().equals("'s");
            return !possessor && !(adjective && end == lastHitEnd && tags.get(lastHitEnd - 1) == Pos.ADJ);
        }

        /** Takes in what belongs to an office or group: "president | of the Republic of Azerbaijan Ilham Aliyev". */
        private int extend(int start, int end) {
            int reach = end;
            while (linkLength(reach) > 0 && headIsRole(start, reach)) {
                boolean anyName = !tokens.get(reach).lower().equals("in");
                int next = phraseWithName(reach + linkLength(reach), anyName);
                if (next < 0) {
                    break;
                }
                reach = next;
            }
            return togetherWith(reach);
        }

        /** How many tokens link what follows to the mention: one for "of", two for "led by", none where nothing does. */
        private int linkLength(int t) {
            if (t + 1 >= tokens.size()) {
                return 0;
            }
            if (BELONGING.contains(tokens.get(t).lower())) {
                return 1;
            }
            boolean led = LED.contains(tokens.get(t).lower())
                    && tokens.get(t + 1).lower().equals("by");
            return led ? 2 : 0;
        }

        private boolean headIsRole(int start, int end) {
            for (int t = end - 1; t >= start; t--) {
                Hit hit = hitAt[t];
                if (hit != null) {
                    return hit.is(Entry.Role.class) || hit.is(Entry.Body.class);
                }
            }
            return false;
        }

        /** The end of the noun phrase at {@code from} if a name of the book heads it, else -1. */
        private int phraseWithName(int from, boolean anyName) {
            int t = from;
            while (t < tokens.size()
                    && hitAt[t] == null
                    && (tags.get(t) == Pos.DET
                            || tags.get(t) == Pos.ADJ
                            || tags.get(t) == Pos.NUM
                            || tags.get(t) == Pos.PRON
                            || tags.get(t).isNominal())) {
                t++;
            }
            if (t >= tokens.size() || hitAt[t] == null || hitAt[t].is(Entry.NonActor.class)) {
                return -1;
            }
            if (!anyName && !hitAt[t].is(Entry.Country.class)) {
                return -1;
            }
            int end = growRight(hitAt[t].end());
            int last = lastHitEnd(hitAt[t], end);
            if (!isActorHead(last, end)) {
                return -1;
            }
            return end;
        }

        /** "the government and people of Chile" is one actor: the second part says whose the first is. */
        private int togetherWith(int end) {
            if (end + 3 >= tokens.size() || !tokens.get(end).lower().equals("and") || hitAt[end + 1] == null) {
                return end;
            }
            Hit second = hitAt[end + 1];
            boolean bareRole = hitAt[end - 1] != null && hitAt[end - 1].is(Entry.Role.class);
            if (bareRole
                    && second.is(Entry.Role.class)
                    && second.end() + 1 < tokens.size()
                    && tokens.get(second.end()).lower().equals("of")) {
                int next = phraseWithName(second.end() + 1, true);
                return next < 0 ? end : next;
            }
            return end;
        }

        /** "Sergei Lavrov, Russia's foreign minister," is one mention, either order. */
        private List<Mention> joinAppositions(List<Mention> mentions) {
            List<Mention> joined = new ArrayList<>(mentions.size());
            for (Mention mention : mentions) {
                Mention last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
                if (last != null && isApposition(last, mention)) {
                    joined.set(joined.size() - 1, new Mention(last.first(), mention.end(), false));
                } else {
                    joined.add(mention);
                }
            }
            return joined;
        }

        private boolean isApposition(Mention a, Mention b) {
            if (a.modifier()
                    || b.modifier()
                    || b.first() != a.end() + 1
                    || !tokens.get(a.end()).text().equals(",")) {
                return false;
            }
            boolean closed = b.end() >= tokens.size() || tokens.get(b.end()).isPunctuation();
            return closed && ((isName(a) && isOffice(b)) || (isOffice(a) && isName(b)));
        }

        private boolean isName(Mention mention) {
            return hits.stream()
                    .anyMatch(hit ->
                            hit.first() == mention.first() && hit.end() == mention.end() && hit.is(Entry.Person.class));
        }

        private boolean isOffice(Mention mention) {
            boolean person = false;
            for (Hit hit : hits) {
                if (hit.first() >= mention.first() && hit.end() <= mention.end()) {
                    Entry.Role role = hit.as(Entry.Role.class);
                    person |= role != null && role.kind() == Entry.RoleKind.PERSON;
                    if (hit.is(Entry.Person.class)) {
                        return false;
                    }
                }
            }
            return person;
        }
    }
}
