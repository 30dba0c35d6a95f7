package org.casus.cli;

import java.io.IOException;
import org.casus.export.CsvWriter;
import org.casus.export.EventWriter;
import org.casus.export.JsonLinesWriter;
import org.casus.export.TableWriter;

/** The formats of {@code --format}. */
enum Output {
    TABLE,
    JSONL,
    CSV;

    EventWriter on(Console console) throws IOException {
        return switch (this) {
            case TABLE -> new TableWriter(console.writer(), console.paint(), console.width());
            case JSONL -> new JsonLinesWriter(console.writer());
            case CSV -> new CsvWriter(console.writer());
        };
    }
}
