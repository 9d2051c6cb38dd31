-- Reports of the same act, found again under one id.
CREATE VIEW main.incident_reports AS
SELECT
    incident_reports.incident_id,
    events.event_id,
    events.event_type,
    events.event_date,
    events.event_date_end,
    events.place_name,
    events.actor_text,
    events.recipient_text,
    events.killed_min,
    events.killed_max,
    events.status,
    events.attributed_to,
    events.sentence,
    events.document,
    events.published_date,
    events.article_id,
    events.extraction_id
FROM core.incident_reports
JOIN main.events USING (extraction_id, event_id);
COMMENT ON VIEW main.incident_reports IS 'One row per event an article reports as actual, claimed or threatened, with the incident it tells.';
COMMENT ON COLUMN main.incident_reports.incident_id    IS 'The act; reports with the same id tell the same one.';
COMMENT ON COLUMN main.incident_reports.event_id       IS 'The report.';
COMMENT ON COLUMN main.incident_reports.event_type     IS 'PLOVER 2.0 event type.';
COMMENT ON COLUMN main.incident_reports.event_date     IS 'First day; NULL when not known.';
COMMENT ON COLUMN main.incident_reports.event_date_end IS 'Last day; NULL when open.';
COMMENT ON COLUMN main.incident_reports.place_name     IS 'Place; NULL when not known.';
COMMENT ON COLUMN main.incident_reports.actor_text     IS 'The actors in the words of the article.';
COMMENT ON COLUMN main.incident_reports.recipient_text IS 'The recipients in the words of the article.';
COMMENT ON COLUMN main.incident_reports.killed_min     IS 'Lowest number killed in this event; NULL when no number is told.';
COMMENT ON COLUMN main.incident_reports.killed_max     IS 'Highest number killed; NULL when open or no number is told.';
COMMENT ON COLUMN main.incident_reports.status         IS 'actual, claimed or threatened.';
COMMENT ON COLUMN main.incident_reports.attributed_to  IS 'Who says so; NULL when the article does in its own voice.';
COMMENT ON COLUMN main.incident_reports.sentence       IS 'Sentence that tells it first.';
COMMENT ON COLUMN main.incident_reports.document       IS 'File name or URL of the article.';
COMMENT ON COLUMN main.incident_reports.published_date IS 'Publication date of the article.';
COMMENT ON COLUMN main.incident_reports.article_id     IS 'Article that reports it.';
COMMENT ON COLUMN main.incident_reports.extraction_id  IS 'Extraction; joins to core.* tables.';

-- What happened, however many articles tell it. The best date is the one told most directly, the best place the most exact;
-- between equals the report published first.
CREATE VIEW main.incidents AS
WITH ranked AS (
    SELECT
        incident_reports.incident_id,
        events.*,
        (
            events.event_date IS NULL,
            list_position(['clause', 'sentence', 'context', 'publication', 'unknown'], events.date_method),
            coalesce(events.published_date, DATE '9999-12-31'),
            events.event_id
        ) AS date_rank,
        (
            coalesce(events.place_precision, 9),
            events.place_name IS NULL,
            coalesce(events.published_date, DATE '9999-12-31'),
            events.event_id
        ) AS place_rank
    FROM core.incident_reports
    JOIN main.events USING (extraction_id, event_id)
)
SELECT
    incident_id,
    any_value(event_type) AS event_type,
    min_by(event_date, date_rank) AS event_date,
    min_by(event_date_end, date_rank) AS event_date_end,
    min_by(date_precision, date_rank) AS date_precision,
    min_by(place_name, place_rank) AS place_name,
    min_by(latitude, place_rank) AS latitude,
    min_by(longitude, place_rank) AS longitude,
    min_by(country_code, place_rank) AS country_code,
    list_sort(list_distinct(flatten(list(actors)))) AS actors,
    list_sort(list_distinct(flatten(list(recipients)))) AS recipients,
    min(killed_min) AS killed_lowest,
    CASE WHEN count(killed_max) = count(*) FILTER (killed_min IS NOT NULL OR killed_max IS NOT NULL) THEN max(killed_max) END
        AS killed_highest,
    list(
        {'attributed_to': attributed_to, 'killed_min': killed_min, 'killed_max': killed_max, 'document': document}
        ORDER BY published_date, document, event_id
    ) FILTER (killed_min IS NOT NULL OR killed_max IS NOT NULL) AS killed_claims,
    count(*) AS reports,
    count(DISTINCT article_id) AS articles,
    min(published_date) AS first_published_date,
    max(published_date) AS last_published_date,
    min_by(sentence, date_rank) AS sentence
FROM ranked
GROUP BY incident_id;
COMMENT ON VIEW main.incidents IS 'One row per act that articles report as actual, claimed or threatened, however many tell it. Warning: never add or average claims. Warning: groups are found by rule and may be wrong.';
COMMENT ON COLUMN main.incidents.incident_id          IS 'Stable for the same reports in whatever order they came.';
COMMENT ON COLUMN main.incidents.event_type           IS 'PLOVER 2.0 event type.';
COMMENT ON COLUMN main.incidents.event_date           IS 'First day, of the report that dates it most directly; NULL when not known.';
COMMENT ON COLUMN main.incidents.event_date_end       IS 'Last day, of the same report; NULL when open.';
COMMENT ON COLUMN main.incidents.date_precision       IS 'minute, daypart, day, week, month, quarter, year or open.';
COMMENT ON COLUMN main.incidents.place_name           IS 'Place, of the report that places it most exactly; NULL when not known.';
COMMENT ON COLUMN main.incidents.latitude             IS 'Degrees north, WGS 84.';
COMMENT ON COLUMN main.incidents.longitude            IS 'Degrees east, WGS 84.';
COMMENT ON COLUMN main.incidents.country_code         IS 'ISO 3166 alpha-3 code of the place''s country.';
COMMENT ON COLUMN main.incidents.actors               IS 'Everybody a report names as actor.';
COMMENT ON COLUMN main.incidents.recipients           IS 'Everybody a report names as recipient.';
COMMENT ON COLUMN main.incidents.killed_lowest        IS 'Lowest of the lower bounds; NULL when no number is told.';
COMMENT ON COLUMN main.incidents.killed_highest       IS 'Highest of the upper bounds; NULL when one is open or no number is told.';
COMMENT ON COLUMN main.incidents.killed_claims        IS 'Who gives which number in which article, oldest first; NULL when nobody does.';
COMMENT ON COLUMN main.incidents.reports              IS 'Events that report it.';
COMMENT ON COLUMN main.incidents.articles             IS 'Articles that report it.';
COMMENT ON COLUMN main.incidents.first_published_date IS 'When the first article was published.';
COMMENT ON COLUMN main.incidents.last_published_date  IS 'When the last article was published.';
COMMENT ON COLUMN main.incidents.sentence             IS 'Sentence of the report that dates it most directly.';
