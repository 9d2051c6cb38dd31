-- Pages as they came, and the articles in them. Nothing here is ever updated or deleted.
-- Tables with many rows per article carry no primary key: it made files three times as large and checkpoints ten times
-- as slow at 10 million rows. The writer leaves known rows out, and checks/ proves that it did.
-- No CHECK calls a function: DuckDB 1.5 cannot replay the log of a commented table that has such a one after a crash.
CREATE TABLE raw.pages (
    page_id          UUID      PRIMARY KEY,
    source           VARCHAR   NOT NULL,
    name             VARCHAR   NOT NULL,
    url              VARCHAR,
    media_type       VARCHAR,
    charset          VARCHAR,
    published_date   DATE,
    published_method VARCHAR   NOT NULL CHECK (published_method IN ('json-ld', 'feed', 'title', 'line', 'htmldate', 'given')),
    fetched_at       TIMESTAMP,
    body_sha256      VARCHAR   NOT NULL,
    body_bytes       BIGINT    NOT NULL,
    body_gzip        BLOB,
    batch_id         UUID      NOT NULL,
    recorded_at      TIMESTAMP NOT NULL
);
COMMENT ON TABLE  raw.pages                  IS 'One row per name and content of a page as it was fetched or read.';
COMMENT ON COLUMN raw.pages.page_id          IS 'Hash of source, name and content.';
COMMENT ON COLUMN raw.pages.source           IS 'Publisher or collection: dw.';
COMMENT ON COLUMN raw.pages.name             IS 'URL or file name a person knows the page by.';
COMMENT ON COLUMN raw.pages.url              IS 'Address it was fetched from; NULL for files.';
COMMENT ON COLUMN raw.pages.media_type       IS 'Media type the source gave.';
COMMENT ON COLUMN raw.pages.charset          IS 'Character set the source gave.';
COMMENT ON COLUMN raw.pages.published_date   IS 'Publication date the source gave beside the page; NULL when only the page itself can tell.';
COMMENT ON COLUMN raw.pages.published_method IS 'Where that date comes from.';
COMMENT ON COLUMN raw.pages.fetched_at       IS 'When it was fetched, UTC; NULL when not known.';
COMMENT ON COLUMN raw.pages.body_sha256      IS 'Hex SHA-256 of the bytes.';
COMMENT ON COLUMN raw.pages.body_bytes       IS 'Number of bytes, uncompressed.';
COMMENT ON COLUMN raw.pages.body_gzip        IS 'The bytes, gzip-compressed, so that a later extractor can read them again; NULL in the published copy.';
COMMENT ON COLUMN raw.pages.batch_id         IS 'Batch that brought it.';
COMMENT ON COLUMN raw.pages.recorded_at      IS 'When it was recorded, UTC.';

CREATE TABLE core.readings (
    reading_id        UUID      PRIMARY KEY,
    page_id           UUID      NOT NULL,
    extractor_version VARCHAR   NOT NULL,
    outcome           VARCHAR   NOT NULL CHECK (outcome IN ('article', 'quarantined')),
    extraction_id     UUID,
    batch_id          UUID      NOT NULL,
    recorded_at       TIMESTAMP NOT NULL
);
COMMENT ON TABLE  core.readings                   IS 'One row per page, extractor version and given publication date: what reading the page gave.';
COMMENT ON COLUMN core.readings.reading_id        IS 'Hash of page, extractor version and given publication date.';
COMMENT ON COLUMN core.readings.page_id           IS 'Page that was read.';
COMMENT ON COLUMN core.readings.extractor_version IS 'Extractor that read it.';
COMMENT ON COLUMN core.readings.outcome           IS 'article, or quarantined: no article in it; meta.issues says why.';
COMMENT ON COLUMN core.readings.extraction_id     IS 'The article it gave; NULL when quarantined.';
COMMENT ON COLUMN core.readings.batch_id          IS 'Batch that brought it.';
COMMENT ON COLUMN core.readings.recorded_at       IS 'When it was recorded, UTC.';

CREATE TABLE core.articles (
    extraction_id     UUID      PRIMARY KEY,
    article_id        UUID      NOT NULL,
    revision_id       UUID      NOT NULL,
    extractor_version VARCHAR   NOT NULL,
    article_key       VARCHAR   NOT NULL,
    content_hash      VARCHAR   NOT NULL,
    document          VARCHAR   NOT NULL,
    url               VARCHAR,
    source            VARCHAR   NOT NULL,
    kind              VARCHAR   NOT NULL CHECK (kind IN ('article', 'live', 'video', 'audio', 'gallery')),
    layout            VARCHAR   NOT NULL,
    language          VARCHAR,
    kicker            VARCHAR,
    title             VARCHAR   NOT NULL,
    teaser            VARCHAR,
    blocks            STRUCT(zone VARCHAR, "text" VARCHAR, "start" INTEGER)[] NOT NULL,
    image_credits     VARCHAR[] NOT NULL,
    authors           VARCHAR[] NOT NULL,
    desk              VARCHAR[] NOT NULL,
    agencies          VARCHAR[] NOT NULL,
    published_date    DATE,
    published_at      TIMESTAMP,
    date_method       VARCHAR   CHECK (date_method IN ('json-ld', 'feed', 'title', 'line', 'htmldate', 'given')),
    modified_at       TIMESTAMP,
    page_id           UUID      NOT NULL,
    batch_id          UUID      NOT NULL,
    recorded_at       TIMESTAMP NOT NULL
);
COMMENT ON TABLE  core.articles                   IS 'One row per extraction: one revision of an article as one extractor version read it, dated by one publication date.';
COMMENT ON COLUMN core.articles.extraction_id     IS 'Hash of revision, extractor version and publication date; everything read from the text hangs on it.';
COMMENT ON COLUMN core.articles.article_id        IS 'One id for all revisions of an article, hash of article_key.';
COMMENT ON COLUMN core.articles.revision_id       IS 'One id per content of an article, hash of article_key and content_hash.';
COMMENT ON COLUMN core.articles.extractor_version IS 'Extractor that read it, numbers joined by points.';
COMMENT ON COLUMN core.articles.article_key       IS 'The same article wherever it was met: dw:<number>, url:<canonical address>, or text:<hash>.';
COMMENT ON COLUMN core.articles.content_hash      IS 'Hex SHA-256 of what a reader reads, without dates and furniture.';
COMMENT ON COLUMN core.articles.document          IS 'File name or URL it was first read from.';
COMMENT ON COLUMN core.articles.url               IS 'Canonical address; NULL when not known.';
COMMENT ON COLUMN core.articles.source            IS 'Publisher or collection: dw.';
COMMENT ON COLUMN core.articles.kind              IS 'article, live, video, audio or gallery.';
COMMENT ON COLUMN core.articles.layout            IS 'Page layout it was recognised by.';
COMMENT ON COLUMN core.articles.language          IS 'ISO 639-1 code of the text; NULL when not known.';
COMMENT ON COLUMN core.articles.kicker            IS 'Words above the title.';
COMMENT ON COLUMN core.articles.title             IS 'Title.';
COMMENT ON COLUMN core.articles.teaser            IS 'Summary under the title; NULL when there is none.';
COMMENT ON COLUMN core.articles.blocks            IS 'The text in reading order: zone, text, and offset of the first character, blocks being joined by one blank line.';
COMMENT ON COLUMN core.articles.image_credits     IS 'Credits of pictures, not part of the text.';
COMMENT ON COLUMN core.articles.authors           IS 'Authors by name.';
COMMENT ON COLUMN core.articles.desk              IS 'Initials of the editors who signed off.';
COMMENT ON COLUMN core.articles.agencies          IS 'News agencies named as sources of the article.';
COMMENT ON COLUMN core.articles.published_date    IS 'Publication date; NULL when nothing tells it.';
COMMENT ON COLUMN core.articles.published_at      IS 'Publication time, UTC; NULL when the page gives only a day.';
COMMENT ON COLUMN core.articles.date_method       IS 'Where the publication date was found.';
COMMENT ON COLUMN core.articles.modified_at       IS 'Last change the page itself declares, UTC.';
COMMENT ON COLUMN core.articles.page_id           IS 'Page it was first read from; core.readings lists all.';
COMMENT ON COLUMN core.articles.batch_id          IS 'Batch that brought it.';
COMMENT ON COLUMN core.articles.recorded_at       IS 'When it was recorded, UTC.';

CREATE TABLE core.sentences (
    extraction_id   UUID    NOT NULL,
    sentence_index  INTEGER NOT NULL,
    block_index     INTEGER NOT NULL,
    zone            VARCHAR NOT NULL CHECK (zone IN ('title', 'teaser', 'heading', 'paragraph', 'caption')),
    sentence_text   VARCHAR NOT NULL,
    sentence_offset INTEGER NOT NULL,
    batch_id        UUID    NOT NULL
);
COMMENT ON TABLE  core.sentences                 IS 'One row per sentence of an extraction.';
COMMENT ON COLUMN core.sentences.extraction_id   IS 'Extraction it belongs to.';
COMMENT ON COLUMN core.sentences.sentence_index  IS 'Position in the article, from 0.';
COMMENT ON COLUMN core.sentences.block_index     IS 'Position of its block in core.articles.blocks, from 0.';
COMMENT ON COLUMN core.sentences.zone            IS 'title, teaser, heading, paragraph or caption.';
COMMENT ON COLUMN core.sentences.sentence_text   IS 'Its words.';
COMMENT ON COLUMN core.sentences.sentence_offset IS 'Offset of its first character in the article''s text, in code points.';
COMMENT ON COLUMN core.sentences.batch_id        IS 'Batch that brought it.';
