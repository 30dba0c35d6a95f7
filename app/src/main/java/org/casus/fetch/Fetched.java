package org.casus.fetch;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered.
 *
 * @param address where it came from in the end, after redirects
 * @param body unpacked; empty when nothing is new
 * @param contentType as the server said it, or null
 * @param etag to be sent with the next request, or null; so for {@code lastModified}
 * @param unchanged true when the server said that nothing changed since the last request
 */
public record Fetched(
        URI address,
        byte[] body,
        @Nullable String contentType,
        @Nullable String etag,
        @Nullable String lastModified,
        boolean unchanged) {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");

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
