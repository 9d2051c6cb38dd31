-- Reports whose incident may have changed, as temporary table members: new ones, and those of incidents that lost a
-- report or whose links are others than before.
CREATE OR REPLACE TEMP TABLE members AS
WITH links_after AS (
    FROM core.incident_links SEMI JOIN windows USING (event_type, "window")
),
different AS (
    (FROM links_before EXCEPT FROM links_after) UNION ALL (FROM links_after EXCEPT FROM links_before)
),
touched AS (
    SELECT event_id FROM different
    UNION
    SELECT other_id FROM different
    UNION
    SELECT event_id FROM changed WHERE NOT is_fresh
),
affected AS (
    SELECT DISTINCT incident_id FROM core.incident_reports SEMI JOIN touched USING (event_id)
)
SELECT extraction_id, event_id FROM core.incident_reports SEMI JOIN affected USING (incident_id)
UNION ALL
SELECT extraction_id, event_id FROM changed WHERE is_fresh;
