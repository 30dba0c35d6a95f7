package org.casus.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.casus.data.DataException;

/** Loads OpenNLP's models from the jars that bring them. */
final class OpenNlpModels {
    interface Constructor<M> {
        M from(InputStream in) throws IOException;
    }

    private OpenNlpModels() {}

    static <M> M load(String resource, Constructor<M> constructor) {
        try (InputStream in = OpenNlpModels.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new DataException(
                        "the language model " + resource + " is missing from the program; build it again");
            }
            return constructor.from(new BufferedInputStream(in, 1 << 16));
        } catch (IOException e) {
            throw new DataException("the language model " + resource + " cannot be read: " + e.getMessage(), e);
        }
    }
}
