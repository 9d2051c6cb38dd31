-- Which reports came or went since they were grouped last, as temporary table changed. The type of one that went is NULL
-- when no table knows it any more.
CREATE OR REPLACE TEMP TABLE changed AS
SELECT extraction_id, event_id, event_type, event_date, event_date_end, true AS is_fresh
FROM main.events
ANTI JOIN core.incident_reports USING (extraction_id, event_id)
UNION ALL
SELECT
    gone.extraction_id,
    gone.event_id,
    events.event_type,
    events.time_start::DATE,
    (events.time_end - INTERVAL 1 MICROSECOND)::DATE,
    false
FROM (FROM core.incident_reports ANTI JOIN main.events USING (extraction_id, event_id)) AS gone
LEFT JOIN core.events USING (extraction_id, event_id);
