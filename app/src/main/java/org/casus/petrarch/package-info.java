/** Dictionaries of PETRARCH and TABARI, turned into tables that Casus reads. */
@NullMarked
package org.casus.petrarch;

import org.jspecify.annotations.NullMarked;
