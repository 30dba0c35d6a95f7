/** The HTTP API and the dashboard's files on a store. Knows the store, the coder and the formats of export; not the command line. */
@NullMarked
package org.casus.server;

import org.jspecify.annotations.NullMarked;
