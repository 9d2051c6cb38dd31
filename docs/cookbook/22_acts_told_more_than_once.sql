-- Which acts do several articles tell?
SELECT event_date, event_type, place_name, actors, articles, killed_lowest, killed_highest, killed_claims
FROM incidents
WHERE articles > 1
ORDER BY articles DESC, event_date, incident_id;
