-- error: a batch does not hold as many articles, events or numbers as it says
WITH counted AS (
    SELECT batch_id, count(*) AS articles FROM core.articles GROUP BY batch_id
), told AS (
    SELECT batch_id, count(*) AS events FROM core.events GROUP BY batch_id
), numbers AS (
    SELECT batch_id, count(*) AS quantities FROM core.quantities GROUP BY batch_id
)
SELECT
    batches.batch_id,
    batches.articles_new,
    counted.articles,
    batches.events_new,
    told.events,
    batches.quantities_new,
    numbers.quantities
FROM meta.batches
LEFT JOIN counted USING (batch_id)
LEFT JOIN told USING (batch_id)
LEFT JOIN numbers USING (batch_id)
WHERE batches.articles_new <> coalesce(counted.articles, 0)
    OR batches.events_new <> coalesce(told.events, 0)
    OR batches.quantities_new <> coalesce(numbers.quantities, 0);
