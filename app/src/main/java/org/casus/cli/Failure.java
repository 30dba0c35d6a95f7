package org.casus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.casus.data.DataException;
import org.casus.log.Entry;
import org.casus.log.Log;
import org.casus.store.StoreException;
import org.jspecify.annotations.Nullable;

/** What a user sees when a command breaks: one line, and the stack only when asked for. */
final class Failure {
    private Failure() {}

    /** @param log where the command has one; else it is said on {@code err} */
    static int report(Exception exception, @Nullable Log log, PrintWriter err, boolean verbose) {
        boolean known = exception instanceof DataException
                || exception instanceof StoreException
                || exception instanceof IOException;
        String message = known
                ? String.valueOf(exception.getMessage())
                : "unexpected error: " + exception + "; run again with --verbose and report it";
        if (log != null && log.form() == Log.Form.JSON) {
            log.write(Entry.error(message).because(verbose ? exception : null));
        } else {
            err.println("casus: " + message);
            if (verbose) {
                exception.printStackTrace(err);
            }
        }
        return exception instanceof IOException ? 1 : 2;
    }
}
