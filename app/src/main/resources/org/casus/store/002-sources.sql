-- What is followed: feeds, sitemaps, folders, and how far it is followed.
CREATE TABLE source (
    source_id VARCHAR PRIMARY KEY,
    address VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    publisher VARCHAR,
    every_seconds BIGINT NOT NULL,
    added TIMESTAMP NOT NULL,
    -- what the server said of its last answer, to be told when nothing is new
    etag VARCHAR,
    last_modified VARCHAR,
    pace_seconds BIGINT NOT NULL,
    last_fetch TIMESTAMP,
    next_fetch TIMESTAMP NOT NULL,
    failures INTEGER NOT NULL,
    articles BIGINT NOT NULL,
    error VARCHAR
);

-- Everything that sources listed. What waits here goes on after a stop of any kind; what is done is known again by its marks.
CREATE TABLE source_item (
    item_key BIGINT PRIMARY KEY,
    source_id VARCHAR NOT NULL,
    -- fingerprints of the item's own name, of its link, and of the text that was read
    name_mark VARCHAR NOT NULL,
    link_mark VARCHAR NOT NULL,
    text_mark VARCHAR,
    host VARCHAR NOT NULL,
    link VARCHAR,
    title VARCHAR,
    publisher VARCHAR,
    published DATE,
    -- the text inside the feed, until the item is done
    text VARCHAR,
    listed TIMESTAMP NOT NULL,
    -- WAITING, KEPT, SAME (its text was there), FOREIGN (not English), FAILED
    state VARCHAR NOT NULL,
    tries INTEGER NOT NULL,
    next_try TIMESTAMP NOT NULL,
    error VARCHAR
);
