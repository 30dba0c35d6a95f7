package org.casus.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.casus.CoderVersion;

/**
 * A folder of results: its tables, and which batches in them are whole. A batch is whole once its file lies under {@code batches/}, which is
 * written last; what belongs to no such file is left over from a run that was killed. docs/spark.md tells the layout.
 */
final class Output {
    static final String EVENTS = "events";
    static final String ARTICLES = "articles";
    static final String DEAD_LETTERS = "dead-letters";
    static final String STORIES = "stories";

    private static final List<String> BATCHED = List.of(EVENTS, ARTICLES, DEAD_LETTERS);
    private static final String BATCHES = "batches";
    private static final String STAGING = "_staging";
    private static final String TEMPORARY = "_temporary";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A whole batch, as its file tells it. */
    record Done(Batch batch, CoderVersion coder, Summary summary) {}

    private final FileSystem system;
    private final Path root;
    private final CoderVersion version;

    Output(Configuration configuration, String root, CoderVersion version) throws IOException {
        this.root = new Path(root);
        this.system = this.root.getFileSystem(configuration);
        this.version = version;
    }

    /** The value of the column {@code coder}: a letter before the digits, which alone could pass for a number. */
    String coder() {
        return "v" + version.digits();
    }

    String table(String name) {
        return new Path(root, name).toString();
    }

    String staging(String batch) {
        return new Path(new Path(root, STAGING), batch).toString();
    }

    /** True where the table of articles holds some by this coder. */
    boolean hasArticles() throws IOException {
        return !parts(ARTICLES, "*").isEmpty();
    }

    /** The whole batches of this coder. */
    List<Done> done() throws IOException {
        List<Done> done = new ArrayList<>();
        FileStatus[] files;
        try {
            files = system.listStatus(
                    new Path(root, BATCHES + "/coder=" + coder()),
                    file -> file.getName().endsWith(".json"));
        } catch (FileNotFoundException e) {
            return done;
        }
        for (FileStatus file : files) {
            try (InputStream in = system.open(file.getPath())) {
                done.add(JSON.readValue(in, Done.class));
            } catch (JsonProcessingException e) {
                throw new IOException(file.getPath() + " is no description of a batch: " + e.getOriginalMessage(), e);
            }
        }
        return done;
    }

    boolean isDone(String batch) throws IOException {
        return system.exists(marker(batch));
    }

    /** Removes what killed runs of this coder left. */
    void clean() throws IOException {
        system.delete(new Path(root, STAGING), true);
        Set<String> whole = new HashSet<>();
        done().forEach(done -> whole.add(done.batch().id()));
        for (String table : BATCHED) {
            system.delete(new Path(root, table + "/" + TEMPORARY), true);
            for (Path part : parts(table, "*")) {
                if (!whole.contains(part.getName().substring("batch=".length()))) {
                    system.delete(part, true);
                }
            }
        }
    }

    /** Removes what an earlier try left of a batch. */
    void clear(String batch) throws IOException {
        for (String table : BATCHED) {
            for (Path part : parts(table, batch)) {
                system.delete(part, true);
            }
        }
        unstage(batch);
    }

    void unstage(String batch) throws IOException {
        system.delete(new Path(staging(batch)), true);
        Path all = new Path(root, STAGING);
        if (system.exists(all) && system.listStatus(all).length == 0) {
            system.delete(all, false);
        }
    }

    private List<Path> parts(String table, String batch) throws IOException {
        List<Path> parts = new ArrayList<>();
        String ofCoder = table + "/coder=" + coder();
        for (String pattern : List.of(ofCoder + "/batch=" + batch, ofCoder + "/month=*/batch=" + batch)) {
            FileStatus[] found = system.globStatus(new Path(root, pattern));
            if (found != null) {
                for (FileStatus status : found) {
                    parts.add(status.getPath());
                }
            }
        }
        return parts;
    }

    /** Makes a batch whole. */
    void finish(Batch batch, Summary summary) throws IOException {
        Path marker = marker(batch.id());
        Path writing = new Path(marker.getParent(), "_" + marker.getName());
        try (OutputStream out = system.create(writing, true)) {
            JSON.writerWithDefaultPrettyPrinter().writeValue(out, new Done(batch, version, summary));
        }
        if (!system.rename(writing, marker)) {
            throw new IOException(marker + " cannot be written");
        }
        unstage(batch.id());
    }

    private Path marker(String batch) {
        return new Path(root, BATCHES + "/coder=" + coder() + "/" + batch + ".json");
    }
}
