-- error: all_events of the published copy shows another number of events of an article than the tables hold
SELECT extraction_id, kept.events AS shown, held.events AS held
FROM (SELECT extraction_id, count(*) AS events FROM main.all_events GROUP BY extraction_id) AS kept
FULL JOIN (
    SELECT extraction_id, count(*) AS events
    FROM core.events
    SEMI JOIN core.articles_current USING (extraction_id)
    GROUP BY extraction_id
) AS held USING (extraction_id)
WHERE kept.events IS DISTINCT FROM held.events;
