-- What was run and what went wrong.
CREATE VIEW main.runs AS
SELECT
    runs.run_id,
    runs.started_at,
    runs.finished_at,
    runs.command,
    runs.source,
    runs.status,
    count(batches.batch_id) AS batches,
    coalesce(sum(batches.pages), 0)::BIGINT AS pages,
    coalesce(sum(batches.articles_new), 0)::BIGINT AS articles_new,
    coalesce(sum(batches.articles_known), 0)::BIGINT AS articles_known,
    coalesce(sum(batches.pages_quarantined), 0)::BIGINT AS pages_quarantined,
    coalesce(sum(batches.events_new), 0)::BIGINT AS events_new,
    coalesce(sum(batches.quantities_new), 0)::BIGINT AS quantities_new,
    coalesce(sum(batches.issues_new), 0)::BIGINT AS issues_new,
    runs.message,
    runs.extractor_version,
    runs.flow_run_id
FROM meta.runs
LEFT JOIN meta.batches USING (run_id)
GROUP BY ALL;
COMMENT ON VIEW main.runs IS 'One row per run, with what it added. A batch that was known before adds nothing and is not counted.';
COMMENT ON COLUMN main.runs.run_id            IS 'Stable id of the run.';
COMMENT ON COLUMN main.runs.started_at        IS 'When it began, UTC.';
COMMENT ON COLUMN main.runs.finished_at       IS 'When it ended, UTC; NULL while it runs.';
COMMENT ON COLUMN main.runs.command           IS 'What was run: replay, ingest and so on.';
COMMENT ON COLUMN main.runs.source            IS 'What it read: a feed, a folder.';
COMMENT ON COLUMN main.runs.status            IS 'running, succeeded, failed or crashed.';
COMMENT ON COLUMN main.runs.batches           IS 'Batches it committed.';
COMMENT ON COLUMN main.runs.pages             IS 'Pages in them.';
COMMENT ON COLUMN main.runs.articles_new      IS 'Readings of articles added: new articles, new revisions, or a newer extractor''s view of old ones.';
COMMENT ON COLUMN main.runs.articles_known    IS 'Articles that were there already.';
COMMENT ON COLUMN main.runs.pages_quarantined IS 'Pages that gave no article.';
COMMENT ON COLUMN main.runs.events_new        IS 'Events added, of every status.';
COMMENT ON COLUMN main.runs.quantities_new    IS 'Quantities added.';
COMMENT ON COLUMN main.runs.issues_new        IS 'Issues added.';
COMMENT ON COLUMN main.runs.message           IS 'What a person should know of how it ended.';
COMMENT ON COLUMN main.runs.extractor_version IS 'Extractor that read the pages.';
COMMENT ON COLUMN main.runs.flow_run_id       IS 'Prefect''s id of the run; NULL when it ran without Prefect.';

CREATE VIEW main.issues AS
SELECT
    issues.recorded_at,
    issues.level,
    issues.code,
    issues.document,
    issues.message,
    batches.run_id,
    issues.page_id,
    issues.extractor_version,
    issues.issue_id
FROM meta.issues
LEFT JOIN meta.batches USING (batch_id);
COMMENT ON VIEW main.issues IS 'One row per trouble with one page or value.';
COMMENT ON COLUMN main.issues.recorded_at       IS 'When it was recorded, UTC.';
COMMENT ON COLUMN main.issues.level             IS 'error: the page gave nothing. warning: a person should look. info: good to know.';
COMMENT ON COLUMN main.issues.code              IS 'Machine-readable reason.';
COMMENT ON COLUMN main.issues.document          IS 'File name or URL it concerns.';
COMMENT ON COLUMN main.issues.message           IS 'What happened and what to do.';
COMMENT ON COLUMN main.issues.run_id            IS 'Run that met it first.';
COMMENT ON COLUMN main.issues.page_id           IS 'Page it concerns; NULL when no page was read.';
COMMENT ON COLUMN main.issues.extractor_version IS 'Extractor that met it.';
COMMENT ON COLUMN main.issues.issue_id          IS 'Stable id of the trouble.';
