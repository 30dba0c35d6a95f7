package org.casus.watch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.casus.Casus;
import org.casus.feed.Unread;
import org.casus.fetch.FetchException;
import org.casus.fetch.FetchException.Hope;
import org.casus.fetch.Fetcher;
import org.casus.fetch.Hosts;
import org.casus.fetch.Robots;
import org.casus.fetch.WebAddress;
import org.casus.metrics.Failed;
import org.casus.metrics.Metrics;
import org.casus.store.Source;
import org.casus.store.SourceBook;
import org.casus.store.SourceKind;
import org.casus.store.SourceState;
import org.casus.store.Store;
import org.casus.store.WaitingItem;
import org.jspecify.annotations.Nullable;

/**
 * Follows the sources of a store.
 *
 * <pre>{@code
 * Watch watch = new Watch(casus, store, fetcher, WatchOptions.DEFAULT, Clock.systemUTC(), metrics, log);
 * watch.follow(List.of(Source.of("https://example.org/feed.xml", SourceKind.FEED, null, Duration.ofMinutes(10))));
 * watch.run();   // until another thread calls stop()
 * }</pre>
 *
 * What sources list waits in the store, not in memory: a burst or a slow disk makes it slower, never larger. One thread gives out
 * the work, some fetch, some read and code.
 */
public final class Watch {
    private static final Duration REST = Duration.ofSeconds(30);
    private static final int PER_HOST = 8;
    private static final int WINDOW = 400;
    private static final int QUEUE = 8;
    private static final long BREATH_MS = 50;
    private static final long REFILL_NANOS = 500_000_000;

    private final SourceBook book;
    private final Fetcher fetcher;
    private final Robots robots;
    private final Hosts hosts;
    private final PageReading reading;
    private final Look look;
    private final Desk desk;
    private final WatchOptions options;
    private final Clock clock;
    private final WatchLog log;
    private final Metrics metrics;
    private final Tally tally = new Tally();

    private final Map<String, SourceState> states = new ConcurrentHashMap<>();
    private final Set<String> looking = ConcurrentHashMap.newKeySet();
    private final Set<String> looked = new HashSet<>();
    private final Set<Long> inWork = ConcurrentHashMap.newKeySet();
    private final List<WaitingItem> window = new ArrayList<>();
    private final BlockingQueue<Runnable> pages = new ArrayBlockingQueue<>(QUEUE);
    private final Semaphore fetchers;
    private final AtomicInteger threads = new AtomicInteger();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private long refilled = System.nanoTime() - REFILL_NANOS;
    private boolean fruitful = true;
    private volatile boolean stopping;
    private volatile boolean abandoned;
    private volatile boolean noMorePages;

    public Watch(
            Casus casus,
            Store store,
            Fetcher fetcher,
            WatchOptions options,
            Clock clock,
            Metrics metrics,
            WatchLog log) {
        this.book = store.sourceBook(clock);
        this.fetcher = fetcher;
        this.robots = new Robots(fetcher);
        this.hosts = new Hosts(clock);
        this.reading = new PageReading(fetcher, robots);
        this.options = options;
        this.clock = clock;
        this.log = log;
        this.metrics = metrics;
        this.look = new Look(fetcher, robots, book, options, clock, log, metrics, tally);
        this.desk = new Desk(
                casus,
                book,
                store.keeper(casus),
                reading,
                this::publisher,
                options,
                clock,
                log,
                metrics,
                tally,
                () -> stopping);
        this.fetchers = new Semaphore(options.fetchers());
        metrics.gauge("casus.pages.in.memory", "Fetched pages and files that wait to be coded", pages::size);
    }

    private @Nullable String publisher(String source) {
        SourceState state = states.get(source);
        return state == null ? null : state.source().publisher();
    }

    /** Takes sources up, beside those that the store follows already. */
    public void follow(Collection<Source> sources) {
        sources.forEach(book::follow);
    }

    /** Lets all that works end, soon. */
    public void stop() {
        stopping = true;
    }

    /**
     * Follows until {@link #stop}, or through one round.
     *
     * @throws org.casus.store.StoreException when the store fails, as on a full disk; what was kept until then is whole
     */
    public WatchStatus run() {
        book.all().forEach(state -> states.put(state.source().id(), state));
        List<Thread> coders = new ArrayList<>();
        for (int i = 0; i < options.coders(); i++) {
            coders.add(thread("casus-code-", this::codePages));
        }
        try {
            while (!stopping && !(options.once() && isRoundOver())) {
                boolean gaveLooks = giveLooks();
                boolean gavePages = givePages();
                log.status(status());
                if (!gaveLooks && !gavePages) {
                    breathe();
                }
            }
        } finally {
            stopping = true;
            finish(coders);
        }
        RuntimeException broken = failure.get();
        if (broken != null) {
            throw broken;
        }
        return status();
    }

    public WatchStatus status() {
        Instant next = states.values().stream()
                .map(SourceState::nextFetch)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return tally.status(states.size(), next);
    }

    private boolean isRoundOver() {
        if (!looking.isEmpty() || !inWork.isEmpty() || !window.isEmpty()) {
            return false;
        }
        return states.values().stream().noneMatch(this::isDue) && refill().isEmpty();
    }

    /** In a single round each source is due once, but those that failed before wait as long as they must. */
    private boolean isDue(SourceState state) {
        boolean passed = !state.nextFetch().isAfter(clock.instant());
        if (options.once()) {
            return !looked.contains(state.source().id()) && (passed || state.failures() == 0);
        }
        return passed;
    }

    private boolean giveLooks() {
        boolean gave = false;
        for (SourceState state : states.values()) {
            String id = state.source().id();
            if (looking.contains(id) || !isDue(state)) {
                continue;
            }
            String host = host(state.source());
            if (!fetchers.tryAcquire()) {
                return gave;
            }
            if (!host.isEmpty() && !hosts.take(host)) {
                fetchers.release();
                continue;
            }
            looking.add(id);
            looked.add(id);
            gave = true;
            fetch(() -> lookAt(state, host));
        }
        return gave;
    }

    private static String host(Source source) {
        return source.kind() == SourceKind.FOLDER
                ? ""
                : WebAddress.find(source.address(), null).map(Hosts::of).orElse("");
    }

    private void lookAt(SourceState state, String host) {
        Duration rest = null;
        try {
            Look.Outcome outcome = look.at(state);
            rest = outcome.rest();
            states.put(state.source().id(), outcome.state());
        } finally {
            giveBack(host, rest);
            looking.remove(state.source().id());
        }
    }

    private void giveBack(String host, @Nullable Duration rest) {
        if (host.isEmpty()) {
            return;
        }
        Duration asked = robots.delay(URI.create("http://" + host));
        Duration secure = robots.delay(URI.create("https://" + host));
        Duration pause = fetcher.options().delay();
        for (Duration other : new @Nullable Duration[] {asked, secure, rest}) {
            pause = other != null && other.compareTo(pause) > 0 ? other : pause;
        }
        hosts.giveBack(host, pause);
    }

    private boolean givePages() {
        boolean gave = give();
        long now = System.nanoTime();
        // as long as all hosts of the window rest, others may not; as long as nothing waits, asking often is in vain
        if (!gave && fetchers.availablePermits() > 0 && now - refilled > (fruitful ? 0 : REFILL_NANOS)) {
            window.clear();
            window.addAll(refill());
            refilled = now;
            gave = give();
            fruitful = gave;
        }
        return gave;
    }

    private List<WaitingItem> refill() {
        return book.waiting(Set.copyOf(inWork), hosts.resting(REST), PER_HOST, WINDOW);
    }

    private boolean give() {
        boolean gave = false;
        for (Iterator<WaitingItem> items = window.iterator(); items.hasNext() && !stopping; ) {
            WaitingItem item = items.next();
            if (!fetchers.tryAcquire()) {
                return gave;
            }
            if (!item.host().isEmpty() && !hosts.take(item.host())) {
                fetchers.release();
                continue;
            }
            items.remove();
            inWork.add(item.key());
            gave = true;
            fetch(() -> fetchPage(item));
        }
        return gave;
    }

    private void fetchPage(WaitingItem item) {
        boolean handedOn = false;
        try {
            Runnable work = work(item);
            handedOn = work != null && handOn(item, work);
        } finally {
            if (!handedOn) {
                inWork.remove(item.key());
            }
        }
    }

    /** What is left to do for an item after its page was fetched; null for nothing. */
    private @Nullable Runnable work(WaitingItem item) {
        String link = item.link();
        String text = item.text();
        if (item.host().isEmpty() && link != null) {
            return () -> desk.file(item, Path.of(link));
        }
        if (link == null) {
            Unread own = reading.text(item, text == null ? "" : text);
            return () -> desk.page(item, own);
        }
        Duration rest = null;
        try {
            Unread page = reading.page(item, link);
            tally.fetched.incrementAndGet();
            metrics.fetched();
            return () -> desk.page(item, page);
        } catch (FetchException e) {
            rest = e.retryAfter();
            if (text != null) {
                Unread own = reading.text(item, text);
                return () -> desk.page(item, own);
            }
            desk.failed(item, Failed.FETCH, String.valueOf(e.getMessage()), e.hope(), e.retryAfter());
            return null;
        } catch (IllegalArgumentException e) {
            desk.failed(item, Failed.FETCH, "is no address that can be fetched", Hope.NEVER, null);
            return null;
        } finally {
            giveBack(item.host(), rest);
        }
    }

    /** Waits for room: this is what slows fetching to the pace of coding. */
    private boolean handOn(WaitingItem item, Runnable work) {
        Runnable whole = () -> {
            try {
                work.run();
            } finally {
                inWork.remove(item.key());
            }
        };
        try {
            while (!abandoned) {
                if (pages.offer(whole, BREATH_MS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void fetch(Runnable work) {
        threads.incrementAndGet();
        thread("casus-fetch-", () -> {
            try {
                guarded(work);
            } finally {
                fetchers.release();
                threads.decrementAndGet();
            }
        });
    }

    private void codePages() {
        try {
            while (!abandoned) {
                Runnable work = pages.poll(BREATH_MS, TimeUnit.MILLISECONDS);
                if (work != null) {
                    guarded(work);
                } else if (noMorePages) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure of the store, or of the program, ends the run. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!abandoned) {
                failure.compareAndSet(null, e);
                stopping = true;
            }
        }
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void breathe() {
        try {
            Thread.sleep(BREATH_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish(List<Thread> coders) {
        long deadline = System.nanoTime() + options.grace().toNanos();
        while (threads.get() > 0 && System.nanoTime() < deadline) {
            breathe();
        }
        noMorePages = true;
        try {
            for (Thread coder : coders) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                coder.join(Math.max(left, 1));
            }
            abandoned = true;
            // who is in the middle of an article needs the store once more
            for (Thread coder : coders) {
                coder.join(2_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        abandoned = true;
    }
}
