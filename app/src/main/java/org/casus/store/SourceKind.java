package org.casus.store;

/** What a source is. */
public enum SourceKind {
    /** RSS or Atom. */
    FEED,
    /** A list of pages for search engines, such as news sites keep of their newest. */
    SITEMAP,
    /** A folder of this machine. */
    FOLDER
}
