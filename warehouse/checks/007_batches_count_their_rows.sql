-- error: a batch does not hold as many articles or events as it says
WITH counted AS (
    SELECT batch_id, count(*) AS articles FROM core.articles GROUP BY batch_id
), told AS (
    SELECT batch_id, count(*) AS events FROM core.events GROUP BY batch_id
)
SELECT batches.batch_id, batches.articles_new, counted.articles, batches.events_new, told.events
FROM meta.batches
LEFT JOIN counted USING (batch_id)
LEFT JOIN told USING (batch_id)
WHERE batches.articles_new <> coalesce(counted.articles, 0) OR batches.events_new <> coalesce(told.events, 0);
