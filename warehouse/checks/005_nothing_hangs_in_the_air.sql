-- error: a row belongs to an extraction, event or quantity that does not exist
SELECT 'core.sentences' AS "table", extraction_id FROM core.sentences ANTI JOIN core.articles USING (extraction_id)
UNION ALL
SELECT 'core.events', extraction_id FROM core.events ANTI JOIN core.articles USING (extraction_id)
UNION ALL
SELECT 'core.quantities', extraction_id FROM core.quantities ANTI JOIN core.articles USING (extraction_id)
UNION ALL
SELECT 'core.event_parties', extraction_id FROM core.event_parties ANTI JOIN core.events USING (extraction_id, event_id)
UNION ALL
SELECT 'core.event_mentions', extraction_id FROM core.event_mentions ANTI JOIN core.events USING (extraction_id, event_id)
UNION ALL
SELECT 'core.event_quantities', extraction_id
FROM core.event_quantities ANTI JOIN core.events USING (extraction_id, event_id)
UNION ALL
SELECT 'core.event_quantities', extraction_id
FROM core.event_quantities ANTI JOIN core.quantities USING (extraction_id, quantity_id);
