package org.casus.server;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.casus.export.ExportFormat;
import org.casus.export.FormatContext;
import org.casus.store.EventFilter;
import org.casus.store.EventSort;
import org.casus.store.Store;

/** Events as files, in the formats that others read. */
final class ExportEndpoints {
    private static final Parameter<ExportFormat> FORMAT = Parameter.query(
                    "format",
                    Arrays.stream(ExportFormat.values())
                            .map(format -> format.label() + ": " + format.description())
                            .collect(Collectors.joining("; ", "The format. ", ".")),
                    "csv",
                    Form.choice(Arrays.asList(ExportFormat.values()), ExportFormat::label))
            .orElse(ExportFormat.CSV);

    private final Store store;
    private final FormatContext formats;
    private final LongAnswers exports;

    ExportEndpoints(Store store, FormatContext formats, LongAnswers exports) {
        this.store = store;
        this.formats = formats;
        this.exports = exports;
    }

    List<Endpoint> all() {
        return List.of(Endpoint.get(
                "/api/export",
                "events",
                "All events of a filter as a file, the oldest first",
                Filters.and(FORMAT),
                new Endpoint.Reply(200, "the file; its media type is the format's", "text/csv", Schema.text()),
                this::export));
    }

    private void export(Call call) {
        EventFilter filter = Filters.of(call.query());
        ExportFormat format = call.query().get(FORMAT);
        call.context().contentType(format.mediaType());
        call.context()
                .header("Content-Disposition", "attachment; filename=\"casus-events." + format.extension() + "\"");
        if (call.context().req().getMethod().equals("HEAD")) {
            return;
        }
        exports.answer(call.context(), out -> write(filter, format, out));
    }

    private void write(EventFilter filter, ExportFormat format, OutputStream out) throws IOException {
        new StoredExport(store, format, formats).write(filter, EventSort.OLDEST, out);
    }
}
