-- The texts of each article in the order they were seen, each as the newest extractor read it.
CREATE VIEW core.revisions AS
WITH seen AS (
    SELECT
        readings.extraction_id,
        max(pages.fetched_at) AS last_fetched_at,
        max(pages.recorded_at) AS last_recorded_at
    FROM core.readings
    JOIN raw.pages USING (page_id)
    WHERE readings.extraction_id IS NOT NULL
    GROUP BY readings.extraction_id
),
newest AS (
    SELECT
        articles.article_id,
        articles.revision_id,
        articles.extraction_id,
        articles.extractor_version,
        articles.document,
        articles.title,
        coalesce(seen.last_fetched_at, articles.modified_at) AS seen_at,
        seen.last_recorded_at
    FROM core.articles
    LEFT JOIN seen USING (extraction_id)
    ANTI JOIN core.extractions_superseded USING (extraction_id)
    QUALIFY row_number() OVER (
        PARTITION BY articles.revision_id
        ORDER BY string_split(articles.extractor_version, '.')::INTEGER[] DESC, articles.recorded_at DESC, extraction_id
    ) = 1
)
SELECT
    article_id,
    revision_id,
    row_number() OVER in_order AS revision_number,
    extraction_id,
    extractor_version,
    lag(extraction_id) OVER in_order AS before_extraction_id,
    lag(extractor_version) OVER in_order AS before_extractor_version,
    seen_at,
    document,
    title
FROM newest
WINDOW in_order AS (
    PARTITION BY article_id ORDER BY seen_at NULLS FIRST, last_recorded_at NULLS FIRST, extraction_id DESC
);
COMMENT ON VIEW core.revisions IS 'One row per revision of an article, read by the newest extractor.';
COMMENT ON COLUMN core.revisions.article_id               IS 'Article.';
COMMENT ON COLUMN core.revisions.revision_id              IS 'One id per content of an article.';
COMMENT ON COLUMN core.revisions.revision_number          IS '1 for the text seen first.';
COMMENT ON COLUMN core.revisions.extraction_id            IS 'The newest extractor''s reading of it.';
COMMENT ON COLUMN core.revisions.extractor_version        IS 'Extractor that read it.';
COMMENT ON COLUMN core.revisions.before_extraction_id     IS 'Reading of the revision before; NULL for the first.';
COMMENT ON COLUMN core.revisions.before_extractor_version IS 'Extractor that read the revision before; NULL for the first.';
COMMENT ON COLUMN core.revisions.seen_at                  IS 'When it was fetched last, else the change the page declares, UTC; NULL when not known.';
COMMENT ON COLUMN core.revisions.document                 IS 'File name or URL of the article.';
COMMENT ON COLUMN core.revisions.title                    IS 'Title.';

-- What an edit of an article changed in its sentences, its events and its numbers.
CREATE VIEW main.changes AS
WITH edits AS (
    FROM core.revisions WHERE before_extraction_id IS NOT NULL
),
sides AS (
    SELECT extraction_id AS edit_id, before_extraction_id AS extraction_id, 'before' AS side FROM edits
    UNION ALL
    SELECT extraction_id, extraction_id, 'after' FROM edits
),
parties AS (
    SELECT
        edit_id,
        side,
        event_id,
        string_agg(coalesce(party_name, party_text), ', ' ORDER BY party_index) FILTER (role = 'actor') AS actors,
        string_agg(coalesce(party_name, party_text), ', ' ORDER BY party_index) FILTER (role = 'recipient') AS recipients
    FROM core.event_parties
    JOIN sides USING (extraction_id)
    GROUP BY ALL
),
told AS (
    SELECT DISTINCT edit_id, side, 'text' AS subject, md5(zone || sentence_text) AS told_key, sentence_text AS told_text
    FROM core.sentences
    JOIN sides USING (extraction_id)
    UNION ALL
    -- An event in a sentence that was edited has another id: it is found again by its type and trigger.
    SELECT
        edit_id,
        side,
        'event',
        if(
            count(*) OVER (PARTITION BY edit_id, event_id) = 2,
            event_id::VARCHAR,
            concat_ws(
                '/', event_type, trigger_text,
                row_number() OVER (PARTITION BY edit_id, side, event_type, trigger_text ORDER BY event_index)
            )
        ),
        concat_ws(
            ' ', status, event_type, event_mode, 'by ' || parties.actors, 'to ' || parties.recipients,
            'in ' || nullif(concat_ws(' ', place_part, place_name), ''), 'on ' || time_start::DATE, 'says ' || attributed_to
        )
    FROM core.events
    JOIN sides USING (extraction_id)
    JOIN (FROM core.event_mentions WHERE mention_index = 0) AS mention USING (extraction_id, event_id)
    LEFT JOIN parties USING (edit_id, side, event_id)
    UNION ALL
    SELECT
        edit_id,
        side,
        'number',
        concat_ws(
            '/', count_type, unit, outcome, lower(who),
            row_number() OVER (PARTITION BY edit_id, side, count_type, unit, outcome, lower(who) ORDER BY quantity_index)
        ),
        concat_ws(' ', status, count_type, outcome, quantity_text, 'says ' || attributed_to)
    FROM core.quantities
    JOIN sides USING (extraction_id)
),
compared AS (
    SELECT
        edit_id,
        subject,
        told_key,
        max(told_text) FILTER (side = 'before') AS before_text,
        max(told_text) FILTER (side = 'after') AS after_text
    FROM told
    GROUP BY ALL
)
SELECT
    edits.article_id,
    edits.document,
    edits.revision_number,
    edits.seen_at,
    compared.subject,
    CASE
        WHEN compared.before_text IS NULL THEN 'added'
        WHEN compared.after_text IS NULL THEN 'removed'
        ELSE 'changed'
    END AS change,
    compared.before_text,
    compared.after_text,
    edits.extractor_version = edits.before_extractor_version AS is_same_extractor,
    edits.before_extraction_id,
    edits.extraction_id
FROM compared
JOIN edits ON edits.extraction_id = compared.edit_id
WHERE compared.before_text IS DISTINCT FROM compared.after_text;
COMMENT ON VIEW main.changes IS 'One row per sentence, event or number that an edit of an article added, removed or changed. Warning: a change may come from a newer extractor, see is_same_extractor.';
COMMENT ON COLUMN main.changes.article_id           IS 'Article that was edited.';
COMMENT ON COLUMN main.changes.document             IS 'File name or URL of the article.';
COMMENT ON COLUMN main.changes.revision_number      IS 'The revision that brought the change, 2 for the first edit.';
COMMENT ON COLUMN main.changes.seen_at              IS 'When that revision was fetched last, UTC; NULL when not known.';
COMMENT ON COLUMN main.changes.subject              IS 'text: a sentence. event: an event of any status. number: a counted thing.';
COMMENT ON COLUMN main.changes.change               IS 'added, removed or changed; a sentence that is worded anew is one removed and one added.';
COMMENT ON COLUMN main.changes.before_text          IS 'What stood there before; NULL when it was added.';
COMMENT ON COLUMN main.changes.after_text           IS 'What stands there now; NULL when it was removed.';
COMMENT ON COLUMN main.changes.is_same_extractor    IS 'Whether one extractor version read both revisions; if not, the reading may have changed and not the article.';
COMMENT ON COLUMN main.changes.before_extraction_id IS 'Reading of the revision before.';
COMMENT ON COLUMN main.changes.extraction_id        IS 'Reading of the revision that brought the change.';
