package org.casus.cli;

import java.time.Clock;
import org.casus.log.Log;
import picocli.CommandLine.Option;

/** How a command that works until it is stopped says what happens. */
final class LogOptions {
    @Option(
            names = "--log",
            paramLabel = "FORM",
            description = "What standard error gets: text for people, or json, an object a line (default: text).")
    private Log.Form form = Log.Form.TEXT;

    Log on(Console console) {
        return new Log(form, console.err(), Clock.systemUTC());
    }
}
