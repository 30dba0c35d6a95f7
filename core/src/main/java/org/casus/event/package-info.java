/**
 * From mentions that relate to events of actors: assembly, attribution, history, locality, one event for each who-what-whom of an
 * article. Knows readers and actors; not where articles come from or go to.
 */
@NullMarked
package org.casus.event;

import org.jspecify.annotations.NullMarked;
