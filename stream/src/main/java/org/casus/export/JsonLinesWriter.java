package org.casus.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import org.casus.article.Article;
import org.casus.event.Event;

/** Events as JSON, one a line. */
public final class JsonLinesWriter implements EventWriter {
    private final JsonGenerator json;

    public JsonLinesWriter(Writer out) throws IOException {
        json = new JsonFactory().createGenerator(out);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        this.out = out;
    }

    private final Writer out;

    @Override
    public void write(Article article, Event event) throws IOException {
        EventJson.write(json, article, event);
    }

    @Override
    public void close() throws IOException {
        json.flush();
        if (json.getOutputContext().getEntryCount() > 0) {
            out.write('\n');
        }
        out.flush();
    }
}
