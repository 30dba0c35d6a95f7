package org.casus.cli;

import java.nio.file.Path;
import org.casus.log.Entry;
import org.casus.log.Log;
import org.casus.server.Server;

/** What a command says when its server is there: its address for programs, the rest for people. */
final class Serving {
    private Serving() {}

    static void announce(Server server, Path what, Console console, Log log) {
        console.out().println(server.address());
        console.out().flush();
        log.write(Entry.info("serving " + what + "; API at " + server.address() + "api/docs; stop with Ctrl+C")
                .with("address", server.address())
                .with("store", what));
    }
}
