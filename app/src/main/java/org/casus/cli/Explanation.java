package org.casus.cli;

import java.io.PrintStream;
import org.casus.Coder.CodedArticle;
import org.casus.event.SentenceReport;
import org.casus.export.Paint;
import org.casus.reader.Mention;
import org.casus.reader.Reading;
import org.casus.reader.Relation;
import org.casus.reader.Trigger;

/** A coded article sentence by sentence: mentions, triggers, relations, and what was lacking. */
final class Explanation {
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
            out.println(
                    "   actor    " + words(reading, mention) + (mention.modifier() ? "  (only modifies a noun)" : ""));
        }
        for (Trigger trigger : reading.triggers()) {
            out.println("   trigger  " + paint.underline(words(reading, trigger)) + "  "
                    + trigger.code().code() + " " + trigger.code().type() + ", "
                    + trigger.code().name());
        }
        for (Relation relation : reading.relations()) {
            String target = relation.target() == Relation.NONE
                    ? "nobody"
                    : words(reading, reading.mentions().get(relation.target()));
            out.println("   relation " + words(reading, reading.mentions().get(relation.source()))
                    + (relation.mutual() ? " ↔ " : " → ") + target + "  by \""
                    + words(reading, reading.triggers().get(relation.trigger())) + "\", "
                    + relation.status().label());
        }
        report.lacks().forEach(lack -> out.println(paint.dim("   lacked   " + Paint.plain(lack))));
        out.println("   "
                + (report.events() == 0
                        ? "no event"
                        : paint.bold(report.events() + (report.events() == 1 ? " event" : " events"))));
    }

    private static String words(Reading reading, Mention mention) {
        return Paint.plain(reading.sentence().textOf(mention.first(), mention.end()));
    }

    private static String words(Reading reading, Trigger trigger) {
        return Paint.plain(reading.sentence().textOf(trigger.first(), trigger.end()));
    }
}
