-- error: an event stands in core.events more than once for one extraction
SELECT extraction_id, event_id, count(*) AS copies FROM core.events GROUP BY ALL HAVING count(*) > 1;
