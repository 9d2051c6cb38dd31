-- The ledger: what was run, what was committed, how far each source was read, what went wrong.
-- A landed file is never edited: add the next number. Every file runs in one transaction.
CREATE SCHEMA raw;
CREATE SCHEMA core;
CREATE SCHEMA meta;

CREATE TABLE meta.migrations (
    version    INTEGER   PRIMARY KEY,
    name       VARCHAR   NOT NULL,
    sha256     VARCHAR   NOT NULL,
    applied_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE  meta.migrations            IS 'One row per schema file applied to this warehouse.';
COMMENT ON COLUMN meta.migrations.version    IS 'Number the file name begins with; the highest is the schema version.';
COMMENT ON COLUMN meta.migrations.name       IS 'File name.';
COMMENT ON COLUMN meta.migrations.sha256     IS 'Hex SHA-256 of the file, which never changes once it has landed.';
COMMENT ON COLUMN meta.migrations.applied_at IS 'When it was applied, UTC.';

CREATE TABLE meta.view_files (
    name       VARCHAR   PRIMARY KEY,
    sha256     VARCHAR   NOT NULL,
    applied_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE  meta.view_files            IS 'One row per file of views as it stands in this warehouse; views hold no data and are replaced when a file changes.';
COMMENT ON COLUMN meta.view_files.name       IS 'File name.';
COMMENT ON COLUMN meta.view_files.sha256     IS 'Hex SHA-256 of the file.';
COMMENT ON COLUMN meta.view_files.applied_at IS 'When its views were made, UTC.';

CREATE TABLE meta.runs (
    run_id            UUID      PRIMARY KEY,
    command           VARCHAR   NOT NULL,
    source            VARCHAR,
    status            VARCHAR   NOT NULL CHECK (status IN ('running', 'succeeded', 'failed', 'crashed')),
    message           VARCHAR,
    extractor_version VARCHAR   NOT NULL,
    host              VARCHAR   NOT NULL,
    pid               INTEGER   NOT NULL,
    flow_run_id       VARCHAR,
    started_at        TIMESTAMP NOT NULL,
    finished_at       TIMESTAMP
);
COMMENT ON TABLE  meta.runs                   IS 'One row per run that opened the warehouse to write.';
COMMENT ON COLUMN meta.runs.run_id            IS 'Stable id of the run.';
COMMENT ON COLUMN meta.runs.command           IS 'What was run: replay, ingest and so on.';
COMMENT ON COLUMN meta.runs.source            IS 'What it read: a feed, a folder.';
COMMENT ON COLUMN meta.runs.status            IS 'running, succeeded, failed, or crashed: its process was gone when the next run began on that machine.';
COMMENT ON COLUMN meta.runs.message           IS 'What a person should know of how it ended.';
COMMENT ON COLUMN meta.runs.extractor_version IS 'Extractor that read the pages.';
COMMENT ON COLUMN meta.runs.host              IS 'Machine it ran on.';
COMMENT ON COLUMN meta.runs.pid               IS 'Process it ran in.';
COMMENT ON COLUMN meta.runs.flow_run_id       IS 'Prefect''s id of the run; NULL when it ran without Prefect.';
COMMENT ON COLUMN meta.runs.started_at        IS 'When it began, UTC.';
COMMENT ON COLUMN meta.runs.finished_at       IS 'When it ended, UTC; NULL while it runs.';

CREATE TABLE meta.batches (
    batch_id           UUID      PRIMARY KEY,
    run_id             UUID      NOT NULL,
    source             VARCHAR   NOT NULL,
    source_window      VARCHAR   NOT NULL,
    extractor_version  VARCHAR   NOT NULL,
    pages              INTEGER   NOT NULL,
    pages_new          INTEGER   NOT NULL,
    articles_new       INTEGER   NOT NULL,
    articles_known     INTEGER   NOT NULL,
    pages_quarantined  INTEGER   NOT NULL,
    events_new         INTEGER   NOT NULL,
    quantities_new     INTEGER   NOT NULL,
    issues_new         INTEGER   NOT NULL,
    spooled_at         TIMESTAMP NOT NULL,
    committed_at       TIMESTAMP NOT NULL
);
COMMENT ON TABLE  meta.batches                   IS 'One row per batch committed; its rows, this row and the cursor stand or fall together.';
COMMENT ON COLUMN meta.batches.batch_id          IS 'Hash of source, window, extractor version and pages: the same work is the same batch.';
COMMENT ON COLUMN meta.batches.run_id            IS 'Run that made the batch.';
COMMENT ON COLUMN meta.batches.source            IS 'Source the pages came from.';
COMMENT ON COLUMN meta.batches.source_window     IS 'Part of the source: a slice of a folder, a span of time.';
COMMENT ON COLUMN meta.batches.extractor_version IS 'Extractor that read the pages.';
COMMENT ON COLUMN meta.batches.pages             IS 'Pages in the batch.';
COMMENT ON COLUMN meta.batches.pages_new         IS 'Pages whose bytes were not known before.';
COMMENT ON COLUMN meta.batches.articles_new      IS 'Readings of articles that were added: new articles, new revisions, or a new extractor''s view of old ones.';
COMMENT ON COLUMN meta.batches.articles_known    IS 'Articles that were there already, read by the same extractor.';
COMMENT ON COLUMN meta.batches.pages_quarantined IS 'Pages that gave no article.';
COMMENT ON COLUMN meta.batches.events_new        IS 'Events added, of every status.';
COMMENT ON COLUMN meta.batches.quantities_new    IS 'Quantities added.';
COMMENT ON COLUMN meta.batches.issues_new        IS 'Issues added.';
COMMENT ON COLUMN meta.batches.spooled_at        IS 'When the batch was safe on disk, UTC.';
COMMENT ON COLUMN meta.batches.committed_at      IS 'When the batch was committed, UTC.';

CREATE TABLE meta.cursors (
    source     VARCHAR   PRIMARY KEY,
    position   VARCHAR   NOT NULL,
    batch_id   UUID      NOT NULL,
    updated_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE  meta.cursors            IS 'One row per source: how far it has been read.';
COMMENT ON COLUMN meta.cursors.source     IS 'Source.';
COMMENT ON COLUMN meta.cursors.position   IS 'Where the next run goes on, in the source''s own terms.';
COMMENT ON COLUMN meta.cursors.batch_id   IS 'Batch that moved it.';
COMMENT ON COLUMN meta.cursors.updated_at IS 'When that batch was safe on disk, UTC; an older batch never moves a cursor back.';

CREATE TABLE meta.issues (
    issue_id          UUID      PRIMARY KEY,
    level             VARCHAR   NOT NULL CHECK (level IN ('error', 'warning', 'info')),
    code              VARCHAR   NOT NULL,
    document          VARCHAR   NOT NULL,
    message           VARCHAR   NOT NULL,
    page_id           UUID,
    extractor_version VARCHAR   NOT NULL,
    batch_id          UUID,
    recorded_at       TIMESTAMP NOT NULL
);
COMMENT ON TABLE  meta.issues                   IS 'One row per trouble with one page or value.';
COMMENT ON COLUMN meta.issues.issue_id          IS 'Hash of page, document, code, message and extractor version: the same trouble is told once.';
COMMENT ON COLUMN meta.issues.level             IS 'error: the page gave nothing. warning: a person should look. info: good to know.';
COMMENT ON COLUMN meta.issues.code              IS 'Machine-readable reason.';
COMMENT ON COLUMN meta.issues.document          IS 'File name or URL it concerns.';
COMMENT ON COLUMN meta.issues.message           IS 'What happened and what to do.';
COMMENT ON COLUMN meta.issues.page_id           IS 'Page it concerns; NULL when no page was read.';
COMMENT ON COLUMN meta.issues.extractor_version IS 'Extractor that met it.';
COMMENT ON COLUMN meta.issues.batch_id          IS 'Batch that brought it; NULL when it concerns the warehouse itself.';
COMMENT ON COLUMN meta.issues.recorded_at       IS 'When it was recorded, UTC.';
