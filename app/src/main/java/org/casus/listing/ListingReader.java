package org.casus.listing;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.NewsAttributes;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.casus.fetch.WebAddress;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds (RSS, Atom) and sitemaps (with their news extension), told by what is in them.
 *
 * <pre>{@code Listing listing = new ListingReader(Clock.systemUTC()).read(bytes, null, address);}</pre>
 */
public final class ListingReader {
    /** A text of a feed that is longer counts as an article, in characters. */
    public static final int LONG = 800;

    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_TITLE = 1_000;

    /** Sitemaps list all that a site ever had; what is older than this many days is no news. */
    private static final int OLDEST_DAYS = 7;

    private final Clock clock;

    public ListingReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads a feed or sitemap.
     *
     * @param charset what the server named, or null
     * @param address where it was fetched: links may be relative to it
     */
    public Listing read(byte[] bytes, @Nullable Charset charset, URI address) throws FeedFormatException {
        String text = XmlText.decoded(bytes, charset);
        refuseOthers(text, address);
        XmlText xml = XmlText.of(text);
        try {
            return switch (xml.root().toLowerCase(Locale.ROOT)) {
                case "urlset", "sitemapindex" -> sitemap(xml, address);
                case "rss", "feed", "rdf" ->
                    feed(xml, WebAddress.find(xml.base(), address).orElse(address));
                default -> throw new FeedFormatException("is XML but no feed (its root is <" + xml.root() + ">)");
            };
        } catch (RuntimeException | StackOverflowError e) {
            throw new FeedFormatException("is no feed that can be read (" + e + ")");
        }
    }

    private static void refuseOthers(String text, URI address) throws FeedFormatException {
        String head = text.substring(0, Math.min(text.length(), 1_000))
                .replace("\uFEFF", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (head.isEmpty()) {
            throw new FeedFormatException("is empty");
        }
        if (head.startsWith("{") || head.startsWith("[")) {
            throw new FeedFormatException("is JSON; RSS, Atom and sitemaps are read");
        }
        if (head.startsWith("<!doctype html") || head.startsWith("<html")) {
            Document page = Jsoup.parse(text, address.toString());
            Element feed = page.selectFirst(
                    "link[rel=alternate][type=application/rss+xml], link[rel=alternate][type=application/atom+xml]");
            throw new FeedFormatException(
                    "is a page, no feed" + (feed == null ? "" : "; the feed that it names is " + feed.absUrl("href")));
        }
        if (!head.startsWith("<")) {
            throw new FeedFormatException("is no XML");
        }
    }

    private Listing feed(XmlText xml, URI address) throws FeedFormatException {
        SyndFeed feed;
        try {
            feed = new SyndFeedInput(false, Locale.ENGLISH).build(new StringReader(xml.text()));
        } catch (FeedException | IllegalArgumentException e) {
            throw new FeedFormatException("is no feed that can be read (" + e.getMessage() + ")");
        }
        List<ListedItem> items = new ArrayList<>();
        int unusable = 0;
        for (SyndEntry entry : feed.getEntries()) {
            Optional<ListedItem> item = item(entry, feed, address);
            item.ifPresent(items::add);
            unusable += item.isEmpty() ? 1 : 0;
        }
        return new Listing(plain(feed.getTitle()), false, items, List.of(), unusable);
    }

    private Optional<ListedItem> item(SyndEntry entry, SyndFeed feed, URI address) {
        URI link = WebAddress.find(entry.getLink(), address)
                // RSS lets the GUID be the link
                .or(() -> entry.getLink() == null ? WebAddress.find(entry.getUri(), null) : Optional.empty())
                .orElse(null);
        String text = text(entry);
        if (link == null && text == null) {
            return Optional.empty();
        }
        String title = plain(entry.getTitle());
        String name = Stream.of(entry.getUri(), link == null ? null : link.toString(), title + "\n" + text)
                .filter(mark -> mark != null && !mark.isBlank())
                .findFirst()
                .orElseThrow();
        Date date = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        return Optional.of(new ListedItem(name, link, title, plain(feed.getTitle()), day(date), text));
    }

    /** The longest text in an entry when it is long enough. */
    private static @Nullable String text(SyndEntry entry) {
        Stream<SyndContent> all =
                Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()));
        return all.map(SyndContent::getValue)
                .filter(value -> value != null && value.length() > LONG && value.length() <= LONGEST_TEXT)
                .filter(value -> Jsoup.parse(value).text().length() > LONG)
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElse(null);
    }

    private static @Nullable String plain(@Nullable String html) {
        if (html == null || html.isBlank()) {
            return null;
        }
        String text = Jsoup.parse(html).text().strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST_TITLE));
    }

    /** Days to come, and those before there was a web, are mistakes. */
    private @Nullable LocalDate day(@Nullable Date date) {
        if (date == null) {
            return null;
        }
        LocalDate day = date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
        return day.isAfter(today().plusDays(1)) || day.getYear() < 1990 ? null : day;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    private Listing sitemap(XmlText xml, URI address) throws FeedFormatException {
        SiteMapParser parser = new SiteMapParser(false, true);
        parser.setStrictNamespace(false);
        parser.enableExtension(Extension.NEWS);
        AbstractSiteMap sitemap;
        try {
            sitemap = parser.parseSiteMap("text/xml", xml.text().getBytes(StandardCharsets.UTF_8), address.toURL());
        } catch (UnknownFormatException | IOException e) {
            throw new FeedFormatException("is no sitemap that can be read (" + e.getMessage() + ")");
        }
        if (sitemap instanceof SiteMapIndex index) {
            List<URI> parts = new ArrayList<>();
            for (AbstractSiteMap part : index.getSitemaps()) {
                if (!isOld(day(part.getLastModified()))) {
                    WebAddress.find(part.getUrl().toString(), address).ifPresent(parts::add);
                }
            }
            return new Listing(null, true, List.of(), parts, 0);
        }
        List<ListedItem> items = new ArrayList<>();
        int unusable = 0;
        for (SiteMapURL url : ((SiteMap) sitemap).getSiteMapUrls()) {
            Optional<URI> link = WebAddress.find(url.getUrl().toString(), address);
            unusable += link.isEmpty() ? 1 : 0;
            link.flatMap(page -> item(page, url)).ifPresent(items::add);
        }
        return new Listing(null, true, items, List.of(), unusable);
    }

    private Optional<ListedItem> item(URI link, SiteMapURL url) {
        ExtensionMetadata[] all = url.getAttributesForExtension(Extension.NEWS);
        NewsAttributes news = all != null && all.length > 0 && all[0] instanceof NewsAttributes first ? first : null;
        LocalDate published = news == null ? null : day(news.getPublicationDate());
        if (isOld(published == null ? day(url.getLastModified()) : published)) {
            return Optional.empty();
        }
        // the day of a change is no day of publication
        return Optional.of(new ListedItem(
                link.toString(),
                link,
                news == null ? null : plain(news.getTitle()),
                news == null ? null : plain(news.getName()),
                published,
                null));
    }

    private boolean isOld(@Nullable LocalDate day) {
        return day != null && day.isBefore(today().minusDays(OLDEST_DAYS));
    }
}
