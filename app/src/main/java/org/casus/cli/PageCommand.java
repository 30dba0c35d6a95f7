package org.casus.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.casus.article.Article;
import org.casus.article.ArticleSink;
import org.casus.article.Problem;
import org.casus.export.Paint;
import org.casus.feed.FeedSink;
import org.casus.feed.Inputs;
import org.casus.feed.Unread;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "page",
        description = "Reads pages; a JSON line each: file, title, published, publisher, language, text.",
        mixinStandardHelpOptions = true)
final class PageCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private FeedOptions feed = new FeedOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files or folders; - is standard input.")
    private List<Path> paths;

    PageCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Writer out = console.writer();
        Sink sink = new Sink(new JsonFactory().createGenerator(out));
        Inputs inputs = feed.inputs();
        for (Path path : paths) {
            if (path.toString().equals("-")) {
                inputs.read(console.in(), "standard input", sink);
            } else {
                inputs.read(path, sink);
            }
        }
        sink.json.flush();
        if (sink.any) {
            out.write('\n');
        }
        out.flush();
        sink.tally.lines().forEach(console::say);
        return sink.tally.sawProblems() ? 1 : 0;
    }

    private final class Sink implements ArticleSink, FeedSink {
        private final JsonGenerator json;
        private final InputTally tally = new InputTally();
        private boolean any;

        Sink(JsonGenerator json) {
            this.json = json;
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        }

        @Override
        public void found(Unread input) {
            input.read(this);
        }

        @Override
        public void passedOver() {
            tally.passedOver();
        }

        @Override
        public void note(String line) {
            console.say("casus: " + Paint.plain(line));
        }

        @Override
        public void article(Article article) {
            any = true;
            tally.article();
            try {
                json.writeStartObject();
                json.writeStringField("file", article.file());
                json.writeStringField("title", article.title());
                json.writeStringField(
                        "published",
                        article.published() == null ? null : article.published().toString());
                json.writeStringField("publisher", article.publisher());
                json.writeStringField("language", article.language());
                json.writeStringField("text", article.body());
                json.writeEndObject();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void problem(Problem problem) {
            tally.problem();
            console.say("casus: " + Paint.plain(problem.toString()));
        }
    }
}
