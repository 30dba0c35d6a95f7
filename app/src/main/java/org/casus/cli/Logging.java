package org.casus.cli;

import org.casus.log.Log;

/** A command with a log: its last words are in the form of all others. */
interface Logging {
    Log log();
}
