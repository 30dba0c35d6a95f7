/**
 * Who is meant: the actor book (countries, roles, organisations, armed groups, people), the one-pass search for its names, and
 * the resolution of a mention to an {@link org.casus.actor.Actor}. Knows sentences and readings, not event types.
 */
@NullMarked
package org.casus.actor;

import org.jspecify.annotations.NullMarked;
