package org.casus.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells one state of data from another: the first 16 hexadecimal digits of the SHA-256 of all that was added. */
public final class Fingerprint {
    private final MessageDigest digest;

    public Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public Fingerprint add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    /** Adds files of the jar. */
    public Fingerprint resources(String home, String... names) {
        for (String name : names) {
            try (InputStream in = Fingerprint.class.getResourceAsStream(home + name)) {
                if (in == null) {
                    throw new DataException("the data file " + home + name + " is missing from the program");
                }
                add(name);
                digest.update(in.readAllBytes());
            } catch (IOException e) {
                throw new DataException(home + name + ": cannot be read (" + e.getMessage() + ")", e);
            }
        }
        return this;
    }

    /** Adds files of the user's; what they are called does not matter. */
    public Fingerprint files(Iterable<Path> files) {
        for (Path file : files) {
            try {
                digest.update(Files.readAllBytes(file));
            } catch (IOException e) {
                throw new DataException(file + ": cannot be read (" + e.getMessage() + ")", e);
            }
        }
        return this;
    }

    /** The digits; call once. */
    public String digits() {
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }
}
