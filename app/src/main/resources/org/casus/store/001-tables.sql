-- The coder that made events: program, model, codebook and actor book. Another coder codes an article again.
CREATE TABLE run (
    run_key INTEGER PRIMARY KEY,
    started TIMESTAMP NOT NULL,
    coder VARCHAR NOT NULL,
    program VARCHAR NOT NULL,
    model VARCHAR NOT NULL,
    codebook VARCHAR NOT NULL,
    actors VARCHAR NOT NULL,
    places VARCHAR NOT NULL
);

-- Who published articles.
CREATE TABLE publisher (
    publisher_key INTEGER PRIMARY KEY,
    name VARCHAR NOT NULL
);

CREATE TABLE article (
    article_key BIGINT NOT NULL,
    article_id VARCHAR PRIMARY KEY,
    run_key INTEGER NOT NULL,
    coded TIMESTAMP NOT NULL,
    publisher_key INTEGER,
    file VARCHAR,
    url VARCHAR,
    title VARCHAR,
    published DATE,
    language VARCHAR,
    body VARCHAR NOT NULL,
    -- who is named where, as JSON, and why there is no event, a line each
    mentions VARCHAR NOT NULL,
    reasons VARCHAR NOT NULL,
    events INTEGER NOT NULL,
    -- the story that it tells in other words, without an event of it
    story VARCHAR
);

-- Sentences that are evidence of events.
CREATE TABLE sentence (
    sentence_key BIGINT NOT NULL,
    article_key BIGINT NOT NULL,
    text VARCHAR NOT NULL
);

-- Everyone who did or suffered something. The party is whom the actor acts for: a country, else the body itself.
CREATE TABLE actor (
    actor_key INTEGER PRIMARY KEY,
    party VARCHAR NOT NULL,
    party_name VARCHAR NOT NULL,
    id VARCHAR,
    name VARCHAR,
    country VARCHAR,
    sector VARCHAR NOT NULL,
    role VARCHAR
);

CREATE TABLE event (
    event_key BIGINT NOT NULL,
    event_id VARCHAR NOT NULL,
    article_key BIGINT NOT NULL,
    sentence_key BIGINT NOT NULL,
    publisher_key INTEGER,
    type VARCHAR NOT NULL,
    mode VARCHAR,
    contexts VARCHAR NOT NULL,
    cameo VARCHAR NOT NULL,
    -- 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
    quad TINYINT NOT NULL,
    goldstein DOUBLE NOT NULL,
    source_actor INTEGER NOT NULL,
    source_text VARCHAR NOT NULL,
    source_party VARCHAR NOT NULL,
    source_country VARCHAR,
    source_sector VARCHAR NOT NULL,
    target_actor INTEGER,
    target_text VARCHAR,
    target_party VARCHAR,
    target_country VARCHAR,
    target_sector VARCHAR,
    mutual BOOLEAN NOT NULL,
    status VARCHAR NOT NULL,
    background BOOLEAN NOT NULL,
    attribution VARCHAR,
    -- as exact as the text: 2023-11-01, 2023-09, 2014; exactness 3 day, 2 month, 1 year, 0 none
    date VARCHAR,
    exactness TINYINT NOT NULL,
    -- the first day that the date may mean; else the day of publication; else 0001-01-01
    moment DATE NOT NULL,
    place_name VARCHAR,
    place_kind VARCHAR,
    place_country VARCHAR,
    place_province VARCHAR,
    place_population INTEGER,
    latitude DOUBLE,
    longitude DOUBLE,
    geoname_id INTEGER,
    trigger VARCHAR NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    confidence DOUBLE NOT NULL,
    -- the happening that this is one report of, and whether it is the first
    story VARCHAR NOT NULL,
    first_report BOOLEAN NOT NULL
);

-- What events say about standing positions: who stands how to whom on what, from when or until when.
CREATE TABLE position_report (
    article_key BIGINT NOT NULL,
    event_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    holder VARCHAR NOT NULL,
    holder_name VARCHAR NOT NULL,
    stance VARCHAR NOT NULL,
    toward VARCHAR NOT NULL,
    toward_name VARCHAR NOT NULL,
    issue VARCHAR,
    issue_name VARCHAR,
    effect VARCHAR NOT NULL,
    day DATE NOT NULL,
    confidence DOUBLE NOT NULL
);
