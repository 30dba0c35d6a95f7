package org.casus.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.casus.article.ArticleReader;
import org.casus.article.Origin;
import org.casus.article.Problem;
import org.casus.feed.WarcRecords.Cut;
import org.casus.feed.WarcRecords.DamagedRecordException;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * The pages of a web archive (ISO 28500): responses with status 200 that are HTML, resources and conversions (WET) that are HTML
 * or plain text. All else is passed over.
 */
final class WarcSource implements Source {
    private static final int ZLIB = 0x78;

    private final ArticleReader reader;
    private final WarcRecords records;
    private final String name;
    private final @Nullable String file;
    private final boolean fetchedIsPublished;

    /** @param fetchedIsPublished the day of the fetch dates the pages that name no day */
    WarcSource(
            ArticleReader reader, WarcRecords records, String name, @Nullable String file, boolean fetchedIsPublished) {
        this.reader = reader;
        this.records = records;
        this.name = name;
        this.file = file;
        this.fetchedIsPublished = fetchedIsPublished;
    }

    @Override
    public void read(FeedSink sink) throws IOException {
        boolean any = false;
        while (true) {
            try {
                Cut cut = records.next();
                if (cut == null) {
                    break;
                }
                read(cut, sink);
            } catch (DamagedRecordException e) {
                sink.problem(new Problem(nameOf(e.number(), e.place()), e.getMessage()));
            }
            any = true;
        }
        if (!any) {
            sink.problem(new Problem(name, "is empty"));
        }
    }

    private void read(Cut cut, FeedSink sink) {
        String recordName = nameOf(cut.number(), cut.place());
        try {
            Optional<Held> page = page(cut);
            if (page.isEmpty()) {
                sink.passedOver();
            } else if (cut.isTooLarge()) {
                sink.problem(new Problem(recordName, "is larger than " + ArticleReader.LARGEST / 1_000_000 + " MB"));
            } else {
                sink.found(page.get());
            }
        } catch (IOException | RuntimeException e) {
            // jwarc checks addresses, dates and types only when asked for, and then throws unchecked
            sink.problem(new Problem(recordName, "is damaged: " + (e.getMessage() == null ? e : e.getMessage())));
        }
    }

    private String nameOf(int number, long place) {
        return name + ", record " + number + " (byte " + place + ")";
    }

    private Optional<Held> page(Cut cut) throws IOException {
        String recordName = nameOf(cut.number(), cut.place());
        try (WarcReader warc = new WarcReader(cut.stream())) {
            WarcRecord record = warc.next().orElse(null);
            if (record instanceof WarcResponse response) {
                if (!response.contentType().base().equals(MediaType.HTTP)) {
                    return Optional.empty();
                }
                HttpResponse http = response.http();
                MediaType type = http.contentType();
                if (http.status() != 200 || !isHtml(type)) {
                    return Optional.empty();
                }
                return Optional.of(page(recordName, response, type, decoded(cut, http)));
            }
            if (record instanceof WarcResource || record instanceof WarcConversion) {
                WarcTargetRecord text = (WarcTargetRecord) record;
                MediaType type = text.contentType();
                return isHtml(type) || type.base().equals(MediaType.PLAIN_TEXT)
                        ? Optional.of(page(recordName, text, type, bytes(text.body())))
                        : Optional.empty();
            }
            return Optional.empty();
        }
    }

    private Held page(String recordName, WarcTargetRecord record, MediaType type, byte[] bytes) {
        Origin origin = new Origin(
                recordName,
                file,
                record.target(),
                charset(type.parameters().get("charset")),
                isHtml(type),
                fetchedIsPublished ? LocalDate.ofInstant(record.date(), ZoneOffset.UTC) : null);
        return new Held(reader, bytes, origin);
    }

    /**
     * The page unpacked. Some crawlers keep the header of a packed page over the unpacked one, and most servers send zlib data as
     * "deflate", as RFC 9110 has it, where jwarc expects bare ones.
     */
    private static byte[] decoded(Cut cut, HttpResponse http) throws IOException {
        try {
            return bytes(http.bodyDecoded());
        } catch (IOException e) {
            byte[] raw = undecoded(cut);
            if (beginsWithTag(raw)) {
                return raw;
            }
            if (raw.length > 0 && raw[0] == ZLIB) {
                return new InflaterInputStream(new ByteArrayInputStream(raw)).readNBytes(ArticleReader.LARGEST + 1);
            }
            throw new ZipException("its content cannot be unpacked: " + e.getMessage());
        }
    }

    private static byte[] undecoded(Cut cut) throws IOException {
        try (WarcReader warc = new WarcReader(cut.stream())) {
            return warc.next().orElse(null) instanceof WarcResponse response
                    ? bytes(response.http().body())
                    : new byte[0];
        }
    }

    /** One byte more than allowed tells the reader that it is too large, however much would come of it. */
    private static byte[] bytes(MessageBody body) throws IOException {
        try (InputStream in = body.stream()) {
            return in.readNBytes(ArticleReader.LARGEST + 1);
        }
    }

    private static boolean beginsWithTag(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(64, bytes.length), StandardCharsets.ISO_8859_1);
        return head.stripLeading().startsWith("<");
    }

    private static boolean isHtml(MediaType type) {
        return type.base().equals(MediaType.HTML) || type.base().equals(MediaType.XHTML);
    }

    private static @Nullable Charset charset(@Nullable String name) {
        try {
            return name == null ? null : Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }
}
