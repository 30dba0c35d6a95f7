package org.casus.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Where and for whom the server runs.
 *
 * @param address the address it listens on; any but loopback needs a token
 * @param port the port, or 0 for any that is free
 * @param token what clients must send as {@code Authorization: Bearer TOKEN}, or null for none
 * @param rate requests a second for each client, 0 for no limit
 * @param follows true where this process also looks at the sources of the store
 */
public record ServerOptions(
        String address, int port, @Nullable String token, int rate, boolean follows) {
    /** Requests a second for each client where the server is open to others. */
    private static final int RATE_FOR_OTHERS = 50;

    private static final int SHORTEST_TOKEN = 8;

    public ServerOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("--port is a number from 0 to 65535");
        }
        if (rate < 0) {
            throw new IllegalArgumentException("--rate is a number of requests a second, or 0 for no limit");
        }
        if (token != null && (token.length() < SHORTEST_TOKEN || !token.matches("[A-Za-z0-9._~+/=-]+"))) {
            throw new IllegalArgumentException("--token needs at least " + SHORTEST_TOKEN
                    + " characters: letters, digits and . _ ~ + / = - (one: openssl rand -hex 16)");
        }
        if (token == null && !isLoopback(address)) {
            throw new IllegalArgumentException("--address " + address
                    + " lets others in: give --token too (one: openssl rand -hex 16), or stay on 127.0.0.1");
        }
    }

    /**
     * The options with the usual rate for the address: none on loopback, 50 elsewhere.
     *
     * @param rate null for the usual one
     */
    public static ServerOptions of(String address, int port, @Nullable String token, @Nullable Integer rate) {
        int usual = isLoopback(address) ? 0 : RATE_FOR_OTHERS;
        return new ServerOptions(address, port, token, rate == null ? usual : rate, false);
    }

    /** The same for a process that looks at sources too. */
    public ServerOptions following() {
        return new ServerOptions(address, port, token, rate, true);
    }

    boolean onLoopback() {
        return isLoopback(address);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--address " + address + " is no address of this machine", e);
        }
    }
}
