package org.casus.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Locale;
import org.casus.Coder.CodedArticle;

/** How fast a run went, from the moment at which everything was loaded, and how much heap it held at most. */
final class RunStats {
    private final long began = System.nanoTime();
    private long articles;
    private long sentences;
    private long events;

    void add(CodedArticle coded) {
        articles++;
        sentences += coded.sentences().size();
        events += coded.events().size();
    }

    String summary() {
        double seconds =
                Math.max(0.001, Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0);
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        return String.format(
                Locale.ROOT,
                "casus: coded %d articles (%d sentences, %d events) in %.1f s: %.0f articles/s, %.0f sentences/s, peak heap %d MB",
                articles,
                sentences,
                events,
                seconds,
                articles / seconds,
                sentences / seconds,
                peak >> 20);
    }
}
