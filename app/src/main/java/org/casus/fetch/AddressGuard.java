package org.casus.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Resolves hosts and refuses those that lead into this machine or a private network. The connection is made to the very addresses
 * that were checked: a name that resolves to another one the next moment (DNS rebinding) gains nothing.
 */
final class AddressGuard implements DnsResolver {
    private final boolean allowPrivate;

    AddressGuard(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /** A host that is not asked. */
    static final class RefusedHostException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        RefusedHostException(String message) {
            super(message);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        for (InetAddress address : all) {
            if (!allowPrivate && !isPublic(address)) {
                throw new RefusedHostException("leads to " + address.getHostAddress()
                        + ", an address of this machine or of a private network (--allow-private allows it)");
            }
        }
        return all;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** True for addresses that belong to someone on the open internet (the special ranges of RFC 6890 are the others). */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPublic4(bytes);
        }
        if (address instanceof Inet6Address) {
            byte[] inner = inside(bytes);
            // global unicast is 2000::/3 alone
            return inner != null ? isPublic4(inner) : (bytes[0] & 0xE0) == 0x20 && !isDocumentation(bytes);
        }
        return false;
    }

    private static boolean isPublic4(byte[] bytes) {
        int a = bytes[0] & 0xFF;
        int b = bytes[1] & 0xFF;
        int c = bytes[2] & 0xFF;
        boolean special = a == 0
                || a == 10
                || a == 127
                || (a == 100 && b >= 64 && b < 128)
                || (a == 169 && b == 254)
                || (a == 172 && b >= 16 && b < 32)
                || (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 192 && b == 88 && c == 99)
                || (a == 192 && b == 168)
                || (a == 198 && (b == 18 || b == 19))
                || (a == 198 && b == 51 && c == 100)
                || (a == 203 && b == 0 && c == 113)
                || a >= 224;
        return !special;
    }

    /** The IPv4 address that an IPv6 address carries: mapped, compatible, NAT64, 6to4; null for none. */
    private static byte @Nullable [] inside(byte[] bytes) {
        boolean zeros = true;
        for (int i = 0; i < 10; i++) {
            zeros &= bytes[i] == 0;
        }
        boolean mapped = zeros && ((bytes[10] & bytes[11] & 0xFF) == 0xFF || (bytes[10] | bytes[11]) == 0);
        boolean translated = starts(bytes, 0x00, 0x64, 0xFF, 0x9B);
        if (mapped || translated) {
            return Arrays.copyOfRange(bytes, 12, 16);
        }
        return starts(bytes, 0x20, 0x02) ? Arrays.copyOfRange(bytes, 2, 6) : null;
    }

    /** Documentation, and Teredo, whose addresses lead through whatever relay they name. */
    private static boolean isDocumentation(byte[] bytes) {
        return starts(bytes, 0x20, 0x01, 0x0D, 0xB8) || starts(bytes, 0x20, 0x01, 0x00, 0x00);
    }

    private static boolean starts(byte[] bytes, int... beginning) {
        for (int i = 0; i < beginning.length; i++) {
            if ((bytes[i] & 0xFF) != beginning[i]) {
                return false;
            }
        }
        return true;
    }
}
