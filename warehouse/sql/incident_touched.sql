-- Which events must be grouped again. Returns one row per event that has no incident, and per event of an incident that
-- lost a report or lies within $days days of an event of the same type that has none.
WITH kept AS (
    SELECT incident_reports.incident_id, events.event_id, events.event_type, events.event_date
    FROM core.incident_reports
    LEFT JOIN main.events USING (extraction_id, event_id)
),
fresh AS (
    SELECT event_id, event_type, event_date FROM main.events ANTI JOIN core.incident_reports USING (extraction_id, event_id)
),
days AS (
    SELECT DISTINCT
        event_type, unnest(generate_series(event_date - $days::INTEGER, event_date + $days::INTEGER, INTERVAL 1 DAY))::DATE AS event_date
    FROM fresh
    WHERE event_date IS NOT NULL
),
touched AS (
    SELECT incident_id FROM kept WHERE event_id IS NULL
    UNION
    SELECT incident_id FROM kept JOIN days USING (event_type, event_date)
)
SELECT event_id, incident_id, event_type FROM kept JOIN touched USING (incident_id)
UNION ALL
SELECT event_id, NULL, event_type FROM fresh;
