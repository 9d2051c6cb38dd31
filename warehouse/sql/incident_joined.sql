-- The links between the reports in members. Returns one row per pair: event, its first day, the other, its first day.
SELECT DISTINCT event_id, event_date, other_id, other_date
FROM core.incident_links
SEMI JOIN members USING (event_id);
