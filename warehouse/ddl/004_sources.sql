-- Live sources: when each was asked, which articles it named, when each article was fetched and what came of it.
-- What is due follows from the newest row of each; nothing here is updated or deleted.
CREATE TABLE meta.polls (
    poll_id           UUID      PRIMARY KEY,
    source_name       VARCHAR   NOT NULL,
    url               VARCHAR   NOT NULL,
    polled_at         TIMESTAMP NOT NULL,
    outcome           VARCHAR   NOT NULL CHECK (outcome IN ('changed', 'unchanged', 'failed')),
    http_status       INTEGER,
    message           VARCHAR,
    etag              VARCHAR,
    last_modified     VARCHAR,
    body_sha256       VARCHAR,
    read_whole_at     TIMESTAMP,
    entries           INTEGER   NOT NULL,
    entries_new       INTEGER   NOT NULL,
    failures          INTEGER   NOT NULL,
    next_poll_at      TIMESTAMP NOT NULL,
    host_paused_at    TIMESTAMP,
    batch_id          UUID      NOT NULL,
    recorded_at       TIMESTAMP NOT NULL
);
COMMENT ON TABLE  meta.polls                IS 'One row per poll of a source that told something; a poll that found nothing new is recorded once an hour.';
COMMENT ON COLUMN meta.polls.poll_id        IS 'Hash of source and time.';
COMMENT ON COLUMN meta.polls.source_name    IS 'Name of the source in the file of sources.';
COMMENT ON COLUMN meta.polls.url            IS 'Address that was asked.';
COMMENT ON COLUMN meta.polls.polled_at      IS 'When it was asked, UTC.';
COMMENT ON COLUMN meta.polls.outcome        IS 'changed: a new body came. unchanged: the server or the body says so. failed: nothing that can be read came.';
COMMENT ON COLUMN meta.polls.http_status    IS 'Status of the last response; NULL when none came.';
COMMENT ON COLUMN meta.polls.message        IS 'Why it failed; NULL when it did not.';
COMMENT ON COLUMN meta.polls.etag           IS 'Validator to send with the next poll.';
COMMENT ON COLUMN meta.polls.last_modified  IS 'Validator to send with the next poll.';
COMMENT ON COLUMN meta.polls.body_sha256    IS 'Hex SHA-256 of the newest body, because validators lie in both directions.';
COMMENT ON COLUMN meta.polls.read_whole_at  IS 'When a body last came, UTC; validators are trusted for a day only.';
COMMENT ON COLUMN meta.polls.entries        IS 'Articles the source named.';
COMMENT ON COLUMN meta.polls.entries_new    IS 'Those that had not been named by any source.';
COMMENT ON COLUMN meta.polls.failures       IS 'Failed polls in a row, this one included.';
COMMENT ON COLUMN meta.polls.next_poll_at   IS 'When it is due again, UTC.';
COMMENT ON COLUMN meta.polls.host_paused_at IS 'Until when the server asked to be left alone, UTC; NULL when it did not.';
COMMENT ON COLUMN meta.polls.batch_id       IS 'Batch that brought it.';
COMMENT ON COLUMN meta.polls.recorded_at    IS 'When it was recorded, UTC.';

CREATE TABLE meta.sightings (
    sighting_id      UUID      PRIMARY KEY,
    article_key      VARCHAR   NOT NULL,
    url              VARCHAR   NOT NULL,
    source           VARCHAR   NOT NULL,
    source_name      VARCHAR   NOT NULL,
    published_date   DATE,
    published_method VARCHAR   NOT NULL CHECK (published_method IN ('json-ld', 'feed', 'title', 'line', 'htmldate', 'given')),
    sighted_at       TIMESTAMP NOT NULL,
    batch_id         UUID      NOT NULL,
    recorded_at      TIMESTAMP NOT NULL
);
COMMENT ON TABLE  meta.sightings                  IS 'One row per article that a source named, whether it was fetched yet or not.';
COMMENT ON COLUMN meta.sightings.sighting_id      IS 'Hash of article_key.';
COMMENT ON COLUMN meta.sightings.article_key      IS 'The same article wherever it was met: dw:<number> or url:<canonical address>.';
COMMENT ON COLUMN meta.sightings.url              IS 'Address under which it was named first.';
COMMENT ON COLUMN meta.sightings.source           IS 'Publisher or collection: dw.';
COMMENT ON COLUMN meta.sightings.source_name      IS 'Source that named it first.';
COMMENT ON COLUMN meta.sightings.published_date   IS 'Publication date the source gave; NULL when it gave none.';
COMMENT ON COLUMN meta.sightings.published_method IS 'Where that date comes from.';
COMMENT ON COLUMN meta.sightings.sighted_at       IS 'When it was named first, UTC.';
COMMENT ON COLUMN meta.sightings.batch_id         IS 'Batch that brought it.';
COMMENT ON COLUMN meta.sightings.recorded_at      IS 'When it was recorded, UTC.';

CREATE TABLE meta.visits (
    visit_id        UUID      PRIMARY KEY,
    article_key     VARCHAR   NOT NULL,
    url             VARCHAR   NOT NULL,
    visited_at      TIMESTAMP NOT NULL,
    outcome         VARCHAR   NOT NULL CHECK (outcome IN ('fetched', 'unchanged', 'withdrawn', 'refused', 'unavailable')),
    http_status     INTEGER,
    message         VARCHAR,
    etag            VARCHAR,
    last_modified   VARCHAR,
    read_whole_at   TIMESTAMP,
    page_id         UUID,
    revision_id     UUID,
    is_changed      BOOLEAN   NOT NULL,
    is_stub         BOOLEAN   NOT NULL,
    rung            INTEGER   NOT NULL,
    failures        INTEGER   NOT NULL,
    next_visit_at   TIMESTAMP,
    host_paused_at  TIMESTAMP,
    batch_id        UUID      NOT NULL,
    recorded_at     TIMESTAMP NOT NULL
);
COMMENT ON TABLE  meta.visits                IS 'One row per attempt to fetch an article.';
COMMENT ON COLUMN meta.visits.visit_id       IS 'Hash of article_key and time.';
COMMENT ON COLUMN meta.visits.article_key    IS 'The article as meta.sightings names it.';
COMMENT ON COLUMN meta.visits.url            IS 'Address that was asked.';
COMMENT ON COLUMN meta.visits.visited_at     IS 'When it was asked, UTC.';
COMMENT ON COLUMN meta.visits.outcome        IS 'fetched: a page came. unchanged: the server says it is the one we have. withdrawn: 404, 410 or sent to an overview. refused: robots.txt, size, media type. unavailable: worth trying again.';
COMMENT ON COLUMN meta.visits.http_status    IS 'Status of the last response; NULL when none came.';
COMMENT ON COLUMN meta.visits.message        IS 'Why no page came; NULL when one did.';
COMMENT ON COLUMN meta.visits.etag           IS 'Validator to send with the next visit.';
COMMENT ON COLUMN meta.visits.last_modified  IS 'Validator to send with the next visit.';
COMMENT ON COLUMN meta.visits.read_whole_at  IS 'When a body last came, UTC; validators are trusted for a day only.';
COMMENT ON COLUMN meta.visits.page_id        IS 'The page as it stood then; NULL when none was ever fetched.';
COMMENT ON COLUMN meta.visits.revision_id    IS 'The article''s content as it stood then; NULL when the page gave no article.';
COMMENT ON COLUMN meta.visits.is_changed     IS 'Whether that differs from the visit before; true for the first.';
COMMENT ON COLUMN meta.visits.is_stub        IS 'Whether the page announces more to follow.';
COMMENT ON COLUMN meta.visits.rung           IS 'Position in the ladder of intervals between visits, from 0.';
COMMENT ON COLUMN meta.visits.failures       IS 'Visits in a row that found the server unavailable, this one included.';
COMMENT ON COLUMN meta.visits.next_visit_at  IS 'When it is due again, UTC; NULL when it is not visited any more.';
COMMENT ON COLUMN meta.visits.host_paused_at IS 'Until when the server asked to be left alone, UTC; NULL when it did not.';
COMMENT ON COLUMN meta.visits.batch_id       IS 'Batch that brought it.';
COMMENT ON COLUMN meta.visits.recorded_at    IS 'When it was recorded, UTC.';
