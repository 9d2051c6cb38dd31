-- What happened, in order, readable at a glance: FROM timeline WHERE place_name = 'Aleppo'.
CREATE VIEW main.timeline AS
SELECT
    event_date,
    event_date_end,
    date_precision,
    place_name,
    place_part,
    country_code,
    actor_names AS who,
    concat_ws(' ', event_type, event_mode) AS did,
    recipient_names AS to_whom,
    killed_min,
    killed_max,
    wounded_min,
    wounded_max,
    displaced_min,
    displaced_max,
    status,
    attributed_to,
    sentence,
    document,
    published_date,
    event_id,
    article_id,
    extraction_id
FROM main.events
ORDER BY event_date NULLS FIRST, event_date_end, published_date, document, event_id;
COMMENT ON VIEW main.timeline IS 'One row per event an article reports as actual, claimed or threatened, oldest first. Warning: counts reports, not happenings.';
COMMENT ON COLUMN main.timeline.event_date     IS 'First day; NULL, and first of all, when the start is open or not known.';
COMMENT ON COLUMN main.timeline.event_date_end IS 'Last day; NULL when the end is open.';
COMMENT ON COLUMN main.timeline.date_precision IS 'minute, daypart, day, week, month, quarter, year or open.';
COMMENT ON COLUMN main.timeline.place_name     IS 'Place; NULL when not known.';
COMMENT ON COLUMN main.timeline.place_part     IS 'Part of the place: eastern.';
COMMENT ON COLUMN main.timeline.country_code   IS 'ISO 3166 alpha-3 code of the place''s country.';
COMMENT ON COLUMN main.timeline.who            IS 'Who did it, each name once; NULL when not told.';
COMMENT ON COLUMN main.timeline.did            IS 'PLOVER 2.0 event type and mode.';
COMMENT ON COLUMN main.timeline.to_whom        IS 'To whom, each name once; NULL when not told.';
COMMENT ON COLUMN main.timeline.killed_min     IS 'Lowest number killed in this event; NULL when none is told, tolls over time stand in tolls.';
COMMENT ON COLUMN main.timeline.killed_max     IS 'Highest number killed; NULL when open or no number is told.';
COMMENT ON COLUMN main.timeline.wounded_min    IS 'Lowest number wounded; NULL when none is told, tolls over time stand in tolls.';
COMMENT ON COLUMN main.timeline.wounded_max    IS 'Highest number wounded; NULL when open or no number is told.';
COMMENT ON COLUMN main.timeline.displaced_min  IS 'Lowest number displaced; NULL when none is told, numbers over time stand in displacement.';
COMMENT ON COLUMN main.timeline.displaced_max  IS 'Highest number displaced; NULL when open or no number is told.';
COMMENT ON COLUMN main.timeline.status         IS 'actual, claimed or threatened.';
COMMENT ON COLUMN main.timeline.attributed_to  IS 'Who says so; NULL when the article does in its own voice.';
COMMENT ON COLUMN main.timeline.sentence       IS 'Sentence that tells it first.';
COMMENT ON COLUMN main.timeline.document       IS 'File name or URL of the article.';
COMMENT ON COLUMN main.timeline.published_date IS 'Publication date of the article.';
COMMENT ON COLUMN main.timeline.event_id       IS 'Stable id.';
COMMENT ON COLUMN main.timeline.article_id     IS 'Article that reports it.';
COMMENT ON COLUMN main.timeline.extraction_id  IS 'Extraction; joins to core.* tables.';
