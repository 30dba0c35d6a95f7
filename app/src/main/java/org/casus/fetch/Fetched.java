package org.casus.fetch;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a server answered. */
public final class Fetched {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");

    private final URI address;
    private final byte[] body;
    private final @Nullable String contentType;
    private final @Nullable String etag;
    private final @Nullable String lastModified;
    private final boolean unchanged;

    private Fetched(
            URI address,
            byte[] body,
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String lastModified,
            boolean unchanged) {
        this.address = address;
        this.body = body;
        this.contentType = contentType;
        this.etag = etag;
        this.lastModified = lastModified;
        this.unchanged = unchanged;
    }

    /** @param body is not copied: who gives it gives it away */
    static Fetched of(
            URI address,
            byte[] body,
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String lastModified) {
        return new Fetched(address, body, contentType, etag, lastModified, false);
    }

    static Fetched nothingNew(URI address) {
        return new Fetched(address, new byte[0], null, null, null, true);
    }

    /** Where it came from in the end, after redirects. */
    public URI address() {
        return address;
    }

    /** Unpacked, and not a copy; empty when nothing is new. */
    public byte[] body() {
        return body;
    }

    /** To be sent with the next request, or null. */
    public @Nullable String etag() {
        return etag;
    }

    /** To be sent with the next request, or null. */
    public @Nullable String lastModified() {
        return lastModified;
    }

    /** True when the server said that nothing changed since the last request. */
    public boolean unchanged() {
        return unchanged;
    }

    /** The media type without its parameters, in small letters; "" where the server named none. */
    public String mediaType() {
        if (contentType == null) {
            return "";
        }
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** The character set that the server named, or null where it named none that is known. */
    public @Nullable Charset charset() {
        Matcher named = CHARSET.matcher(contentType == null ? "" : contentType);
        try {
            return named.find() ? Charset.forName(named.group(1)) : null;
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
