package org.casus.cli;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.casus.Coder.CodedArticle;
import org.casus.event.SentenceReport;
import org.casus.export.Paint;
import org.casus.reader.Mention;
import org.casus.reader.PairScore;
import org.casus.reader.Reading;
import org.casus.reader.Relation;
import org.casus.reader.Trigger;

/** A coded article sentence by sentence: mentions, triggers, relations, and what was lacking. */
final class Explanation {
    private static final int MOST_PAIRS = 6;

    private final PrintStream out;
    private final Paint paint;

    Explanation(PrintStream out, Paint paint) {
        this.out = out;
        this.paint = paint;
    }

    void print(CodedArticle coded) {
        for (SentenceReport report : coded.sentences()) {
            print(report);
        }
    }

    private void print(SentenceReport report) {
        Reading reading = report.reading();
        out.println(paint.bold((reading.sentence().index() + 1) + ". ")
                + Paint.plain(reading.sentence().text()));
        for (Mention mention : reading.mentions()) {
            out.println("   mention  " + words(reading, mention) + paint.dim("  " + mention.kind()));
        }
        for (Trigger trigger : reading.triggers()) {
            out.println("   trigger  " + paint.underline(words(reading, trigger)));
        }
        reading.pairs().stream()
                .sorted(Comparator.comparingDouble((PairScore pair) -> -pair.event()))
                .limit(MOST_PAIRS)
                .forEach(pair -> out.println("   pair     " + sides(reading, pair.source(), " → ", pair.target())
                        + paint.dim("  " + judged(reading, pair))));
        for (Relation relation : reading.relations()) {
            out.println("   relation "
                    + sides(reading, relation.source(), relation.mutual() ? " ↔ " : " → ", relation.target())
                    + "  " + relation.code().code() + " " + relation.code().type() + " by \""
                    + words(reading, reading.triggers().get(relation.trigger())) + "\", "
                    + relation.status().label() + String.format(Locale.ROOT, ", %.2f", relation.confidence()));
        }
        report.lacks().forEach(lack -> out.println(paint.dim("   lacked   " + Paint.plain(lack))));
        out.println("   "
                + (report.events() == 0
                        ? "no event"
                        : paint.bold(report.events() + (report.events() == 1 ? " event" : " events"))));
    }

    private static String sides(Reading reading, int source, String arrow, int target) {
        String whom = target == Relation.NONE
                ? "nobody"
                : words(reading, reading.mentions().get(target));
        return words(reading, reading.mentions().get(source)) + arrow + whom;
    }

    /** How probable an event is, which it would be, and where the reader looked. */
    private static String judged(Reading reading, PairScore pair) {
        String types = pair.types().stream()
                .map(type -> String.format(Locale.ROOT, "%s %.2f", type.type(), type.probability()))
                .collect(Collectors.joining(", "));
        String looked =
                Paint.plain(reading.sentence().tokens().get(pair.looked()).text());
        return String.format(Locale.ROOT, "event %.2f: %s; looked at \"%s\"", pair.event(), types, looked);
    }

    private static String words(Reading reading, Mention mention) {
        return Paint.plain(reading.sentence().textOf(mention.first(), mention.end()));
    }

    private static String words(Reading reading, Trigger trigger) {
        return Paint.plain(reading.sentence().textOf(trigger.first(), trigger.end()));
    }
}
