package org.casus.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.casus.Casus;
import org.casus.actor.Actor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "actor",
        description = "Resolves actor phrases; a JSON line each: text, country, sector, role, name, id.",
        mixinStandardHelpOptions = true)
final class ActorCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PHRASE", arity = "0..*", description = "Phrases; none: a line each on standard input.")
    private List<String> phrases = List.of();

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "The day for which offices count (default: the latest known).")
    private @Nullable LocalDate date;

    @Mixin
    private DataOptions data = new DataOptions();

    ActorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Casus casus = data.load();
        Writer out = console.writer();
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        List<String> all = phrases.isEmpty() ? lines() : phrases;
        for (String phrase : all) {
            write(json, casus.resolver().resolve(phrase, date).actor());
        }
        json.flush();
        if (!all.isEmpty()) {
            out.write('\n');
        }
        out.flush();
        return 0;
    }

    private List<String> lines() {
        return new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8))
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static void write(JsonGenerator json, Actor actor) throws IOException {
        json.writeStartObject();
        json.writeStringField("text", actor.text());
        json.writeStringField("country", actor.country());
        json.writeStringField("sector", actor.sector().name());
        json.writeStringField("role", actor.role());
        json.writeStringField("name", actor.name());
        json.writeStringField("id", actor.id());
        json.writeEndObject();
    }
}
