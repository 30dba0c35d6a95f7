/**
 * The front door of the coder as a library: {@link org.casus.Casus} loads everything, {@link org.casus.Coder} turns an article
 * into events.
 */
@NullMarked
package org.casus;

import org.jspecify.annotations.NullMarked;
