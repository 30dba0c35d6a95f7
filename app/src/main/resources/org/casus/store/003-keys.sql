-- A page of events reads some rows by their keys: without these it unpacks every block of rows that holds one of them.
CREATE INDEX event_by_key ON event (event_key);
CREATE INDEX sentence_by_key ON sentence (sentence_key);
CREATE INDEX article_by_key ON article (article_key);
