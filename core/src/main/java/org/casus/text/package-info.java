/**
 * From a body of text to sentences and tokens, each with its offsets in the body as delivered. Language work that needs no
 * knowledge of actors or events lives here, on Apache OpenNLP; nothing else does.
 */
@NullMarked
package org.casus.text;

import org.jspecify.annotations.NullMarked;
