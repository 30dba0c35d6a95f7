package org.casus.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.casus.article.ArticleReader;
import org.jspecify.annotations.Nullable;

/** What an input is, by its first bytes and, where they do not tell, by its name. */
enum Format {
    GZIP,
    WARC,
    ZIP,
    TAR,
    PARQUET,
    TABLE,
    LINES,
    /** A page or a text, or what looks like neither. */
    ONE,
    /** Packed in a way that is not read. */
    UNREAD;

    /** So many bytes are enough to tell. */
    static final int HEAD = 512;

    private static final int TAR_MARK = 257;

    static Format of(String name, byte[] head) {
        if (starts(head, 0, "\u001f\u008b")) {
            return GZIP;
        }
        if (starts(head, 0, "PK\u0003\u0004") || starts(head, 0, "PK\u0005\u0006")) {
            return ZIP;
        }
        if (starts(head, TAR_MARK, "ustar")) {
            return TAR;
        }
        if (starts(head, 0, "WARC/")) {
            return WARC;
        }
        if (starts(head, 0, "PAR1")) {
            return PARQUET;
        }
        return packer(head) != null ? UNREAD : byName(name);
    }

    /** What a gzip file holds; without a name, lines that begin as JSON are taken for JSON lines. */
    static Format inGzip(String name, byte[] head) {
        Format format = of(name, head);
        return format == ONE
                        && new String(head, StandardCharsets.ISO_8859_1)
                                .stripLeading()
                                .startsWith("{")
                ? LINES
                : format;
    }

    private static Format byName(String name) {
        return switch (extension(name)) {
            case "warc" -> WARC;
            case "zip" -> ZIP;
            case "tar", "tgz" -> TAR;
            case "parquet" -> PARQUET;
            case "csv", "tsv" -> TABLE;
            default -> ArticleReader.holdsMany(name) ? LINES : ONE;
        };
    }

    /** The name of a packer whose files are not read, or null. */
    static @Nullable String packer(byte[] head) {
        if (starts(head, 0, "BZh")) {
            return "bzip2";
        }
        if (starts(head, 0, "\u00fd7zXZ")) {
            return "xz";
        }
        if (starts(head, 0, "(\u00b5/\u00fd") || starts(head, 0, "]*M\u0018")) {
            return "zstd";
        }
        if (starts(head, 0, "7z\u00bc\u00af'\u001c")) {
            return "7z";
        }
        return starts(head, 0, "Rar!") ? "rar" : null;
    }

    boolean isArchive() {
        return this == GZIP || this == ZIP || this == TAR || this == WARC || this == UNREAD;
    }

    /** True for names that a folder is searched for. */
    static boolean reads(String name) {
        String plain = withoutGz(name);
        return ArticleReader.reads(plain)
                || switch (extension(plain)) {
                    case "warc", "tar", "csv", "tsv" -> true;
                    case "zip", "tgz", "parquet" -> plain.equals(name);
                    default -> false;
                };
    }

    /** True for names of inputs that hold many articles. */
    static boolean holdsMany(String name) {
        String plain = withoutGz(name);
        return ArticleReader.holdsMany(plain) || (reads(name) && !ArticleReader.reads(plain));
    }

    /** The name of what a gzip file holds. */
    static String withoutGz(String name) {
        String extension = extension(name);
        if (extension.equals("gz")) {
            return name.substring(0, name.length() - 3);
        }
        return name;
    }

    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean starts(byte[] head, int at, String mark) {
        byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= at + bytes.length && Arrays.equals(head, at, at + bytes.length, bytes, 0, bytes.length);
    }
}
