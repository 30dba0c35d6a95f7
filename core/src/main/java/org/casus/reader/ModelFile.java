package org.casus.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.casus.data.DataException;
import org.casus.data.Fingerprint;

/**
 * The reader's model as it lies in one file: a ZIP archive with a manifest, two ONNX graphs and a vocabulary, made by
 * {@code training/train}. Opening checks the version and every checksum: a file cut short is told, not run.
 */
public final class ModelFile {
    private static final String BUNDLED = "/org/casus/reader/reader.casus";
    /** A model is some 35 MB; what unpacks to more than this was not made by this project. */
    private static final int MOST_BYTES = 256 << 20;

    private final String name;
    private final Map<String, byte[]> entries;
    private final Manifest manifest;

    private ModelFile(String name, Map<String, byte[]> entries) {
        this.name = name;
        this.entries = entries;
        this.manifest = checked();
    }

    /** The model that comes with the program. */
    public static ModelFile bundled() {
        try (InputStream in = ModelFile.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new DataException("the model " + BUNDLED + " is missing from the program; build it again");
            }
            return read("the model " + BUNDLED, in);
        } catch (IOException e) {
            throw cutShort("the model " + BUNDLED, e);
        }
    }

    /** A model in a file of one's own; {@link DataException} with one clear line when it is missing, cut short or of another version. */
    public static ModelFile at(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DataException("the model " + file + " is missing");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return read("the model " + file, in);
        } catch (IOException e) {
            throw cutShort("the model " + file, e);
        }
    }

    private static DataException cutShort(String name, IOException e) {
        return new DataException(name + " cannot be read (" + e.getMessage() + "): it is cut short or no model", e);
    }

    private static ModelFile read(String name, InputStream in) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        int left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(left);
                left -= content.length;
                if (left == 0) {
                    throw new IOException("it unpacks to more than " + (MOST_BYTES >> 20) + " MB");
                }
                entries.put(entry.getName(), content);
            }
        }
        return new ModelFile(name, entries);
    }

    private Manifest checked() {
        byte[] text = entries.get("manifest.json");
        if (text == null) {
            throw new DataException(name + " has no manifest: it is cut short or no model");
        }
        Manifest read;
        try {
            ObjectMapper json = new ObjectMapper();
            int format = json.readTree(text).path("format").asInt();
            if (format != Manifest.FORMAT) {
                throw new DataException(name + " is of version " + format + "; this program reads version "
                        + Manifest.FORMAT + ": take the model that came with it");
            }
            read = json.readValue(text, Manifest.class);
        } catch (JsonProcessingException e) {
            throw new DataException(name + " has a manifest that cannot be read: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw cutShort(name, e);
        }
        for (String part : List.of("encoder.onnx", "relations.onnx", "vocabulary.txt")) {
            byte[] content = entries.get(part);
            if (content == null) {
                throw new DataException(name + " has no " + part + ": it is cut short");
            }
            if (!sha256(content).equals(read.sha256().get(part))) {
                throw new DataException(name + " is damaged: the checksum of " + part + " is wrong");
            }
        }
        return read;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Tells this model from others: 16 hexadecimal digits. */
    public String fingerprint() {
        return new Fingerprint()
                .add(new String(entries.get("manifest.json"), StandardCharsets.UTF_8))
                .digits();
    }

    Manifest manifest() {
        return manifest;
    }

    WordPieces wordPieces() {
        return new WordPieces(new String(entries.get("vocabulary.txt"), StandardCharsets.UTF_8)
                .lines()
                .toList());
    }

    Network network() {
        return new Network(name, entries.get("encoder.onnx"), entries.get("relations.onnx"));
    }
}
