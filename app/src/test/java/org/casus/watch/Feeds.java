package org.casus.watch;

import java.util.ArrayList;
import java.util.List;

/** Feeds and pages for tests. */
final class Feeds {
    static final String RSS = "application/rss+xml";
    private static final List<String> DEEDS = List.of(
            "France condemned Iran over the seizure of a tanker on Monday.",
            "The European Union imposed new sanctions on Belarus on Monday.",
            "Russia accused Ukraine of shelling the city of Belgorod on Monday.",
            "Turkey signed a trade agreement with Georgia on Monday.");

    private Feeds() {}

    /** A page that names its day, with a text that no other number has. */
    static String page(String number) {
        String deed = DEEDS.get(Math.floorMod(number.hashCode(), DEEDS.size()));
        return "<!DOCTYPE html><html lang=en><head><title>Report " + number
                + "</title><meta property=\"article:published_time\" content=\"2025-05-05T10:00:00Z\"></head><body><article>"
                + text(number, deed) + "</article></body></html>";
    }

    static String text(String number, String deed) {
        return "<p>" + deed + "</p><p>The report of the case number " + number
                + " was read in the parliament, where the members of the committee said that it would be looked at in the"
                + " next weeks and that no decision had been taken by anyone.</p>";
    }

    static String longText(String number) {
        return text(number, DEEDS.get(0))
                + "<p>The members of the house spoke about the report for a long time and will go on in the morning.</p>"
                        .repeat(10);
    }

    static String rss(String... items) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\""
                + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Odd News</title>"
                + "<link>http://odd.example/</link><description>d</description>" + String.join("\n", items)
                + "</channel></rss>";
    }

    static String item(String link, String guid) {
        return "<item><title>T</title><link>" + link + "</link><guid>" + guid
                + "</guid><pubDate>Mon, 05 May 2025 10:00:00 GMT</pubDate></item>";
    }

    /** Puts pages on a server and gives the items of a feed that lists them. */
    static String items(OddServer server, String prefix, int count) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String number = prefix + i;
            server.put("/page/" + number, "text/html; charset=utf-8", page(number));
            items.add(item(server.url("/page/" + number), number));
        }
        return String.join("\n", items);
    }
}
