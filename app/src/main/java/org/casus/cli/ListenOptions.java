package org.casus.cli;

import org.casus.server.ServerOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where and for whom a command serves the dashboard and the API. */
final class ListenOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "The address to listen on (default: 127.0.0.1); any other than loopback needs --token.")
    private @Nullable String address;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "What clients of the API must send; the environment's CASUS_TOKEN where it is not given.")
    private @Nullable String token;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Requests a second for each client, 0 for no limit (default: 0 on loopback, 50 elsewhere).")
    private @Nullable Integer rate;

    boolean isGiven() {
        return address != null || token != null || rate != null;
    }

    ServerOptions at(int port, Console console) {
        String secret = token == null ? console.environment().get("CASUS_TOKEN") : token;
        try {
            return ServerOptions.of(
                    address == null ? "127.0.0.1" : address,
                    port,
                    secret == null || secret.isBlank() ? null : secret,
                    rate);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
