package org.casus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.casus.data.DataException;
import org.casus.store.StoreException;

/** What a user sees when a command breaks: one line, and the stack only when asked for. */
final class Failure {
    private Failure() {}

    static int report(Exception exception, PrintWriter err, boolean verbose) {
        if (exception instanceof DataException || exception instanceof StoreException) {
            err.println("casus: " + exception.getMessage());
        } else if (exception instanceof IOException) {
            err.println("casus: " + exception.getMessage());
        } else {
            err.println("casus: unexpected error: " + exception + "; run again with --verbose and report it");
        }
        if (verbose) {
            exception.printStackTrace(err);
        }
        return exception instanceof IOException ? 1 : 2;
    }
}
