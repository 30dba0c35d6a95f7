/**
 * The article and how one is read from a page, a text or JSON lines: what is its text, and what is only page. Knows nothing of
 * sentences, actors or events.
 */
@NullMarked
package org.casus.article;

import org.jspecify.annotations.NullMarked;
