package org.casus.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Set;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.casus.article.ArticleReader;
import org.casus.article.Origin;
import org.casus.article.Problem;

/**
 * Reads what an archive holds, entry by entry. An entry's name is only a name: nothing is written anywhere, so one that climbs
 * out of its folder ("../") does no harm.
 */
final class Entries {
    private static final Set<String> ARCHIVES =
            Set.of("zip", "gz", "tgz", "tar", "bz2", "xz", "zst", "7z", "rar", "warc");

    private final ArticleReader reader;
    private final Columns columns;
    private final String archive;
    private boolean any;

    Entries(ArticleReader reader, Columns columns, String archive) {
        this.reader = reader;
        this.columns = columns;
        this.archive = archive;
    }

    String nameOf(String entry) {
        return archive + ", " + entry;
    }

    /** Reads an entry; throws where its content is damaged. */
    void read(String entry, InputStream content, FeedSink sink) throws IOException {
        any = true;
        boolean wanted = Format.reads(entry);
        if (!wanted && !ARCHIVES.contains(Format.extension(entry))) {
            sink.passedOver();
            return;
        }
        // the archive is read on after its entry
        InputStream open = CloseShieldInputStream.wrap(content);
        byte[] head = open.readNBytes(Format.HEAD);
        Format format = Format.of(entry, head);
        Origin origin = Origin.of(nameOf(entry), entry);
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), open);
        if (format.isArchive() || !wanted) {
            sink.problem(new Problem(origin.name(), "is an archive inside an archive, which is not opened; unpack it"));
        } else if (format == Format.PARQUET) {
            sink.problem(new Problem(origin.name(), "is a Parquet table inside an archive; unpack it"));
        } else if (format == Format.LINES) {
            reader.readLines(all, origin, new Finding(sink));
        } else if (format == Format.TABLE) {
            CsvSource.of(reader, columns, all, origin).read(sink);
        } else {
            sink.found(new Held(reader, all.readNBytes(ArticleReader.LARGEST + 1), origin));
        }
    }

    void passOver(FeedSink sink) {
        any = true;
        sink.passedOver();
    }

    void problem(String entry, String reason, FeedSink sink) {
        any = true;
        sink.problem(new Problem(nameOf(entry), reason));
    }

    void end(FeedSink sink) {
        if (!any) {
            sink.problem(new Problem(archive, "is an archive without entries"));
        }
    }
}
