/**
 * Events: a sentence's relations between mentions become coded events with actors, status, attribution and evidence, one for
 * each who-what-whom of an article. Until a learned reader takes its place, the word-order reader stands here too, since it
 * needs the actor book.
 */
@NullMarked
package org.casus.event;

import org.jspecify.annotations.NullMarked;
