/**
 * What the program counts and times while it works, as Prometheus reads it. Those who work tell it; it knows no other package of the app.
 * Labels never hold anything that comes from articles, sources or requests.
 */
@NullMarked
package org.casus.metrics;

import org.jspecify.annotations.NullMarked;
