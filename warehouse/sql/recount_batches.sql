-- Let every batch tell the rows of it that are there.
UPDATE meta.batches
SET articles_new = counted.articles, events_new = counted.events, quantities_new = counted.quantities
FROM (
    SELECT
        batch_id,
        (SELECT count(*) FROM core.articles WHERE articles.batch_id = batches.batch_id)::INTEGER AS articles,
        (SELECT count(*) FROM core.events WHERE events.batch_id = batches.batch_id)::INTEGER AS events,
        (SELECT count(*) FROM core.quantities WHERE quantities.batch_id = batches.batch_id)::INTEGER AS quantities
    FROM meta.batches
) AS counted
WHERE batches.batch_id = counted.batch_id
    AND (articles_new, events_new, quantities_new) <> (counted.articles, counted.events, counted.quantities);
