package org.casus.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** A folder of news of every kind that is read, made of the repository's own texts, with damaged and foreign pieces among them. */
final class Corpus {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ARTICLES = Path.of("../eval/articles");
    private static final Path PAIRS = Path.of("../stream/src/test/resources/org/casus/story/pairs.jsonl");
    private static final String FRENCH =
            "Le président de la République a condamné lundi les attaques contre les civils dans"
                    + " la région, et il a demandé au gouvernement de prendre des mesures pour protéger la population, selon un"
                    + " communiqué de la présidence qui a été publié dans la soirée.";

    private Corpus() {}

    /** Some 120 articles, of which some come twice, in eleven files besides the single texts. */
    static void writeTo(Path folder) throws IOException, SQLException {
        Files.createDirectories(folder.resolve("texts"));
        List<Path> texts;
        try (Stream<Path> files = Files.list(ARTICLES)) {
            texts = files.sorted().toList();
        }
        for (Path text : texts) {
            Files.copy(text, folder.resolve("texts").resolve(text.getFileName()));
        }
        Files.writeString(folder.resolve("texts/le-monde.txt"), FRENCH);
        Files.writeString(folder.resolve("texts/nothing.txt"), "");

        List<String> lines = new ArrayList<>();
        for (String pair : Files.readAllLines(PAIRS).subList(0, 40)) {
            JsonNode node = JSON.readTree(pair);
            lines.add(node.get("first").toString());
            lines.add(node.get("second").toString());
        }
        int files = 8;
        for (int i = 0; i < files; i++) {
            List<String> part = lines.subList(lines.size() * i / files, lines.size() * (i + 1) / files);
            List<String> written = new ArrayList<>(part);
            if (i == 3) {
                written.add(5, "{\"text\": \"cut");
            }
            Files.write(folder.resolve("lines-" + i + ".jsonl"), written);
        }
        warc(folder.resolve("crawl.warc.gz"), texts.subList(0, 4));
        Files.write(folder.resolve("damaged.parquet"), "PAR1 and no more".getBytes(StandardCharsets.UTF_8));
        parquet(folder.resolve("table.parquet"), lines.subList(0, 20));
    }

    private static void warc(Path file, List<Path> texts) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (Path text : texts) {
                String page = "<!DOCTYPE html><html><head><title>A report</title></head><body><p>"
                        + String.join("</p><p>", Files.readString(text).split("\\n\\n")) + "</p></body></html>";
                byte[] body = page.getBytes(StandardCharsets.UTF_8);
                String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
                        + body.length + "\r\n\r\n";
                int length = http.length() + body.length;
                String head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/"
                        + text.getFileName() + "\r\nWARC-Date: 2024-03-04T05:06:07Z\r\nWARC-Record-ID: <urn:uuid:"
                        + "1c1e2f0a-0000-4000-8000-" + String.format("%012x", text.hashCode() & 0xFFFF_FFFFL)
                        + ">\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " + length
                        + "\r\n\r\n";
                try (GZIPOutputStream gzip = new GZIPOutputStream(new Unclosed(out))) {
                    gzip.write((head + http).getBytes(StandardCharsets.UTF_8));
                    gzip.write(body);
                    gzip.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static void parquet(Path file, List<String> lines) throws IOException, SQLException {
        Path json = Files.createTempFile("casus", ".jsonl");
        List<String> told = new ArrayList<>();
        for (String line : lines) {
            ObjectNode node = (ObjectNode) JSON.readTree(line);
            node.put("text", node.get("text").asText() + " Nobody was reported hurt.");
            told.add(node.toString());
        }
        Files.write(json, told);
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("COPY (SELECT text AS maintext, CAST(published AS DATE) AS date_publish, publisher FROM '"
                    + json + "') TO '" + file + "' (FORMAT parquet)");
        }
        Files.delete(json);
    }

    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
