-- error: an event of the published copy belongs to no incident or to several, or an incident to no event
SELECT event_id, count(incident_id) AS incidents
FROM (SELECT extraction_id, event_id FROM main.events)
FULL JOIN core.incident_reports USING (extraction_id, event_id)
GROUP BY extraction_id, event_id
HAVING count(incident_id) <> 1
UNION ALL
SELECT event_id, 1 FROM core.incident_reports ANTI JOIN main.events USING (extraction_id, event_id);
