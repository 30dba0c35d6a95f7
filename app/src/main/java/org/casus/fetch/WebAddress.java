package org.casus.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.casus.fetch.FetchException.Hope;
import org.jspecify.annotations.Nullable;

/**
 * Addresses as they stand in feeds and are typed by people, made such that they can be fetched: relative ones completed, hosts in
 * any script in their ASCII form, blanks and other letters escaped, fragments gone.
 */
public final class WebAddress {
    private static final int LONGEST = 4_000;
    private static final String KEPT = "-._~:/?#[]@!$&'()*+,;=%";

    private WebAddress() {}

    /**
     * The address of a link.
     *
     * @param base where the link stands, or null for one that must be whole
     * @throws FetchException for what is no address of http or https
     */
    public static URI of(String link, @Nullable URI base) throws FetchException {
        String stripped = link.strip();
        if (stripped.length() > LONGEST) {
            throw new FetchException("is an address of more than " + LONGEST + " characters", Hope.NEVER);
        }
        try {
            URI given = new URI(escaped(stripped));
            URI whole = base == null ? given : base.resolve(given);
            String scheme = whole.getScheme() == null ? "" : whole.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                throw new FetchException(
                        scheme.isEmpty()
                                ? "is no address; it must begin with http:// or https://"
                                : "has the scheme \"" + scheme + ":\"; only http and https are followed",
                        Hope.NEVER);
            }
            return normal(whole, scheme);
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new FetchException("is no address that can be read", Hope.NEVER);
        }
    }

    /** The same; empty in place of an exception. */
    public static Optional<URI> find(@Nullable String link, @Nullable URI base) {
        if (link == null || link.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(link, base));
        } catch (FetchException e) {
            return Optional.empty();
        }
    }

    private static URI normal(URI whole, String scheme) throws URISyntaxException, FetchException {
        String authority = whole.getRawAuthority();
        if (authority == null) {
            throw new FetchException("names no host", Hope.NEVER);
        }
        // a name and password before the host are how links hide where they lead
        String named = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = named.endsWith("]") ? -1 : named.lastIndexOf(':');
        String host = colon < 0 ? named : named.substring(0, colon);
        String port = colon < 0 ? "" : named.substring(colon + 1);
        if (host.isEmpty() || (!port.isEmpty() && !isPort(port))) {
            throw new FetchException("names no host or no port", Hope.NEVER);
        }
        boolean usual = port.isEmpty() || port.equals(scheme.equals("http") ? "80" : "443");
        String path = whole.getRawPath() == null || whole.getRawPath().isEmpty() ? "/" : whole.getRawPath();
        return new URI(scheme + "://" + ascii(host) + (usual ? "" : ":" + port) + path
                + (whole.getRawQuery() == null ? "" : "?" + whole.getRawQuery()));
    }

    private static boolean isPort(String digits) {
        return digits.length() <= 5
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(digits) > 0
                && Integer.parseInt(digits) < 65_536;
    }

    private static String ascii(String host) {
        if (host.startsWith("[")) {
            return host.toLowerCase(Locale.ROOT);
        }
        String name =
                host.indexOf('%') < 0 ? host : URLDecoder.decode(host.replace("+", "%2B"), StandardCharsets.UTF_8);
        return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    }

    /** Escapes what may not stand in an address; "%" is left where it escapes something. */
    private static String escaped(String link) {
        StringBuilder all = new StringBuilder();
        for (byte b : link.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean kept = c < 128 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0);
            all.append(kept ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return all.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25").replaceFirst("#.*", "");
    }
}
