package org.casus.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.casus.fetch.FetchException.Hope;

/**
 * What sites allow programs to read (robots.txt, RFC 9309). Remembered for an hour; a site whose robots.txt fails is asked again
 * after ten minutes, and until then nothing of it is read. A site without one allows everything.
 */
public final class Robots {
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
    private static final int MOST_SITES = 5_000;

    private final Fetcher fetcher;
    private final SimpleRobotRulesParser parser = new SimpleRobotRulesParser(LONGEST_DELAY.toMillis(), 0);
    private final Cache<String, Site> sites = Caffeine.newBuilder()
            .maximumSize(MOST_SITES)
            .expireAfter(Expiry.creating((String site, Site found) ->
                    found.rules().isDeferVisits() ? Duration.ofMinutes(10) : Duration.ofHours(1)))
            .build();

    /**
     * A site's rules.
     *
     * @param failure why they could not be read; "" when they could
     */
    private record Site(BaseRobotRules rules, String failure) {}

    public Robots(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /**
     * Asks the site of an address, at most once an hour.
     *
     * @throws FetchException when the site does not allow this address, or cannot say
     */
    public void check(URI address) throws FetchException {
        Site site = sites.get(site(address), this::fetched);
        if (site.rules().isDeferVisits()) {
            throw new FetchException("the site's robots.txt cannot be read: " + site.failure(), Hope.LATER);
        }
        if (!site.rules().isAllowed(address.toString())) {
            throw new FetchException("the site's robots.txt does not allow it", Hope.LATER);
        }
    }

    /** How long to wait between two requests to the site of an address, where it asks for that; else zero. */
    public Duration delay(URI address) {
        Site site = sites.getIfPresent(site(address));
        return site == null || site.rules().getCrawlDelay() <= 0
                ? Duration.ZERO
                : Duration.ofMillis(Math.min(site.rules().getCrawlDelay(), LONGEST_DELAY.toMillis()));
    }

    private static String site(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private Site fetched(String site) {
        String file = site + "/robots.txt";
        try {
            Fetched answer = fetcher.get(URI.create(file), Fetcher.Known.NOTHING, Fetcher.Permit.ANY);
            synchronized (parser) {
                BaseRobotRules rules = parser.parseContent(
                        file, answer.body(), "text/plain", List.of(Fetcher.NAME.toLowerCase(Locale.ROOT)));
                return new Site(rules, "");
            }
        } catch (FetchException e) {
            boolean none = e.status() >= 400 && e.status() < 500 && e.status() != 429;
            return new Site(parser.failedFetch(none ? 404 : 503), String.valueOf(e.getMessage()));
        }
    }
}
