package org.casus.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.casus.article.Article;
import org.casus.data.DataException;

/**
 * The dashboard's files and the libraries that its pages load, read once at start. What a request names is looked up in this list
 * and nowhere else, so no address leads to another file.
 */
final class StaticFiles {
    private static final String WEB = "/org/casus/web";
    private static final String RESOURCES = "/META-INF/resources/";

    /** Addresses of the libraries' files; the versions are those of the pom. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "/lib/echarts.min.js", RESOURCES + "_static/echarts/5.6.0/dist/echarts.min.js",
            "/lib/swagger-ui-bundle.js", RESOURCES + "webjars/swagger-ui/5.31.0/swagger-ui-bundle.js",
            "/lib/swagger-ui.css", RESOURCES + "webjars/swagger-ui/5.31.0/swagger-ui.css");

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "txt", "text/plain;charset=utf-8");

    private final Map<String, StaticFile> files = new LinkedHashMap<>();

    /**
     * A file as it is sent.
     *
     * @param etag changes with the content
     */
    record StaticFile(String mediaType, String etag, Answer content) {}

    /** Reads all files; DataException when one is missing from the program. */
    StaticFiles() {
        try {
            readFolder();
            for (Map.Entry<String, String> library : LIBRARIES.entrySet()) {
                add(library.getKey(), read(library.getValue()));
            }
        } catch (IOException | URISyntaxException e) {
            throw new DataException("the dashboard's files cannot be read: " + e.getMessage());
        }
    }

    /** All files by their addresses; the pages among them end with {@code .html}. */
    Map<String, StaticFile> all() {
        return Map.copyOf(files);
    }

    StaticFile page(String name) {
        StaticFile page = files.get("/" + name);
        if (page == null) {
            throw missing(WEB + "/" + name);
        }
        return page;
    }

    private void readFolder() throws IOException, URISyntaxException {
        URL index = StaticFiles.class.getResource(WEB + "/api-docs.html");
        if (index == null) {
            throw missing(WEB);
        }
        if (index.getProtocol().equals("jar")) {
            URI jar = URI.create(index.toString().substring(0, index.toString().indexOf('!')));
            try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of())) {
                readFolder(inside.getPath(WEB));
            }
        } else {
            readFolder(Path.of(index.toURI()).getParent());
        }
    }

    private void readFolder(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                add("/" + name, Files.readAllBytes(file));
            }
        }
    }

    private void add(String address, byte[] bytes) {
        String mediaType = MEDIA_TYPES.get(address.substring(address.lastIndexOf('.') + 1));
        if (mediaType == null) {
            throw new DataException("the dashboard's file " + address + " is of no kind that the server knows");
        }
        // Latin-1 takes each byte for a character, so that the mark tells all bytes
        String etag = '"' + Article.fingerprint(new String(bytes, StandardCharsets.ISO_8859_1)) + '"';
        files.put(address, new StaticFile(mediaType, etag, new Answer(bytes)));
    }

    private static byte[] read(String resource) throws IOException {
        try (InputStream in = StaticFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw missing(resource);
            }
            return in.readAllBytes();
        }
    }

    private static DataException missing(String resource) {
        return new DataException(resource + " is missing from the program; build it again");
    }
}
