package org.casus.server;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casus.event.Event;
import org.casus.export.Coverage;
import org.casus.export.EventWriter;
import org.casus.export.ExportFormat;
import org.casus.export.FormatContext;
import org.casus.store.EventFilter;
import org.casus.store.EventSort;
import org.casus.store.Store;
import org.casus.store.StoredEvent;
import org.casus.store.StoryReports;

/**
 * Writes events of a store in a format. Formats with columns for it (GDELT) get how widely each was reported, by the stories of the
 * store.
 */
public final class StoredExport {
    private final Store store;
    private final ExportFormat format;
    private final Map<String, StoryReports.Width> widths = new HashMap<>();
    private final FormatContext context;
    private long written;

    /** @param context what the format asks beside events; its coverage is replaced by that of the store */
    public StoredExport(Store store, ExportFormat format, FormatContext context) {
        this.store = store;
        this.format = format;
        this.context = format.tellsCoverage() ? context.coveredBy(this::coverage) : context;
    }

    private Coverage coverage(Event event) {
        StoryReports.Width width = widths.get(event.id());
        return width == null
                ? Coverage.ONE
                : new Coverage((int) width.reports(), (int) width.publishers(), (int) width.articles());
    }

    /** Writes to {@code out}, which is closed with it, and returns what the format had to leave out. */
    public Result write(EventFilter filter, EventSort sort, OutputStream out) throws IOException {
        EventWriter writer = format.on(out, context);
        try (writer) {
            store.events().forEach(filter, sort, events -> write(events, writer));
        }
        return new Result(written, writer.leftOut().orElse(""));
    }

    private void write(List<StoredEvent> events, EventWriter writer) throws IOException {
        if (format.tellsCoverage()) {
            widths.clear();
            widths.putAll(store.stories().widths(events));
        }
        for (StoredEvent event : events) {
            writer.write(event.article(), event.event());
            written++;
        }
    }

    /**
     * What came of it.
     *
     * @param events how many were written
     * @param leftOut what the format has no place for, for people; empty when nothing was left out
     */
    public record Result(long events, String leftOut) {}
}
