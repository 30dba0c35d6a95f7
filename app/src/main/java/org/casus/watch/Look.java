package org.casus.watch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.casus.feed.Inputs;
import org.casus.fetch.FetchException;
import org.casus.fetch.Fetched;
import org.casus.fetch.Fetcher;
import org.casus.fetch.Fetcher.Known;
import org.casus.fetch.Hosts;
import org.casus.fetch.Robots;
import org.casus.fetch.WebAddress;
import org.casus.listing.FeedFormatException;
import org.casus.listing.ListedItem;
import org.casus.listing.Listing;
import org.casus.listing.ListingReader;
import org.casus.metrics.Metrics;
import org.casus.store.Source;
import org.casus.store.SourceBook;
import org.casus.store.SourceItem;
import org.casus.store.SourceKind;
import org.casus.store.SourceState;
import org.jspecify.annotations.Nullable;

/** One look at a source: what it lists goes into the store, with how to go on. */
final class Look {
    private static final int MOST_PARTS = 50;
    private static final int MOST_ITEMS = 200_000;
    private static final int LONGEST_TITLE = 200;

    /** A file that was just written may not be whole. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Fetcher fetcher;
    private final Robots robots;
    private final SourceBook book;
    private final Pace pace;
    private final WatchOptions options;
    private final Clock clock;
    private final ListingReader reader;
    private final WatchLog log;
    private final Metrics metrics;
    private final Tally tally;

    Look(
            Fetcher fetcher,
            Robots robots,
            SourceBook book,
            WatchOptions options,
            Clock clock,
            WatchLog log,
            Metrics metrics,
            Tally tally) {
        this.fetcher = fetcher;
        this.robots = robots;
        this.book = book;
        this.pace = new Pace(options);
        this.options = options;
        this.clock = clock;
        this.reader = new ListingReader(clock);
        this.log = log;
        this.metrics = metrics;
        this.tally = tally;
    }

    /**
     * How a source goes on after a look.
     *
     * @param rest how long its host asks to be left alone, or null
     */
    record Outcome(SourceState state, @Nullable Duration rest) {}

    Outcome at(SourceState state) {
        tally.looks.incrementAndGet();
        try {
            SourceState next = state.source().kind() == SourceKind.FOLDER ? folder(state) : web(state);
            metrics.looked(false);
            return new Outcome(next, null);
        } catch (FetchException e) {
            return new Outcome(failed(state, String.valueOf(e.getMessage()), e.retryAfter()), e.retryAfter());
        } catch (FeedFormatException | IOException e) {
            return new Outcome(failed(state, String.valueOf(e.getMessage()), null), null);
        }
    }

    private SourceState failed(SourceState state, String why, @Nullable Duration retryAfter) {
        tally.errors.incrementAndGet();
        metrics.looked(true);
        log.problem(state.source().address(), why);
        return book.looked(
                state.source().id(), List.of(), added -> pace.failed(state, why, retryAfter, clock.instant()));
    }

    private SourceState web(SourceState state) throws FetchException, FeedFormatException {
        Source source = state.source();
        Known known = new Known(state.etag(), state.lastModified());
        Fetched answer = fetcher.get(WebAddress.of(source.address(), null), known, Fetcher.Permit.ANY);
        if (answer.unchanged()) {
            return book.looked(
                    source.id(),
                    List.of(),
                    added -> pace.after(state, source, known, 0, clock.instant(), null, state.title()));
        }
        Listing listing = reader.read(fetcher.plain(answer.body()), answer.charset(), answer.address());
        Parts parts = new Parts();
        parts.add(listing);
        parts.follow(listing.parts(), answer.address());
        SourceKind kind = listing.sitemap() ? SourceKind.SITEMAP : SourceKind.FEED;
        Source told = new Source(source.id(), source.address(), kind, source.publisher(), source.every());
        // the parts of an index change without it
        boolean whole = listing.parts().isEmpty();
        Known next = whole ? new Known(answer.etag(), answer.lastModified()) : Known.NOTHING;
        return book.looked(
                source.id(),
                parts.items,
                added -> pace.after(state, told, next, added, clock.instant(), parts.remark(), title(listing, state)));
    }

    private static @Nullable String title(Listing listing, SourceState before) {
        String title = listing.title();
        if (title == null || title.isBlank()) {
            return before.title();
        }
        String line = title.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE) + "…";
    }

    /** What a listing and its parts list. */
    private final class Parts {
        private final List<SourceItem> items = new ArrayList<>();
        private int unusable;
        private @Nullable String failure;

        void add(Listing listing) {
            for (ListedItem item : listing.items()) {
                if (items.size() < MOST_ITEMS) {
                    items.add(sourceItem(item));
                }
            }
            unusable += listing.unusable();
        }

        void follow(List<URI> parts, URI index) {
            Set<URI> seen = new HashSet<>(Set.of(index));
            for (URI part : parts) {
                if (seen.size() > MOST_PARTS || Thread.currentThread().isInterrupted()) {
                    return;
                }
                if (!seen.add(part)) {
                    continue;
                }
                try {
                    pause(part);
                    Fetched answer = fetcher.get(part, Known.NOTHING, robots::check);
                    add(reader.read(fetcher.plain(answer.body()), answer.charset(), answer.address()));
                } catch (FetchException | FeedFormatException e) {
                    failure = part + ": " + e.getMessage();
                    tally.errors.incrementAndGet();
                    log.problem(part.toString(), String.valueOf(e.getMessage()));
                }
            }
        }

        private void pause(URI part) {
            Duration asked = robots.delay(part);
            Duration usual = fetcher.options().delay();
            try {
                Thread.sleep((asked.compareTo(usual) > 0 ? asked : usual).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Nullable
        String remark() {
            if (failure != null || unusable == 0) {
                return failure;
            }
            return unusable + (unusable == 1 ? " item has" : " items have")
                    + " neither a page that can be fetched nor a text";
        }
    }

    private static SourceItem sourceItem(ListedItem item) {
        URI link = item.link();
        return new SourceItem(
                item.name(),
                link == null ? "" : Hosts.of(link),
                link == null ? null : link.toString(),
                item.title(),
                item.publisher(),
                item.published(),
                item.text());
    }

    private SourceState folder(SourceState state) throws IOException {
        Path folder = Path.of(state.source().address());
        if (!Files.isDirectory(folder)) {
            throw new IOException("is no folder any more");
        }
        Instant newest = options.once() ? Instant.MAX : clock.instant().minus(SETTLED);
        List<SourceItem> items = new ArrayList<>();
        for (Path file : Inputs.filesIn(folder)) {
            BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
            if (about.lastModifiedTime().toInstant().isBefore(newest)) {
                String name = file + "\n" + about.size() + "\n" + about.lastModifiedTime();
                items.add(new SourceItem(name, "", file.toString(), null, null, null, null));
            }
        }
        return book.looked(
                state.source().id(),
                items,
                added -> pace.after(state, state.source(), Known.NOTHING, added, clock.instant(), null, null));
    }
}
