-- error: rows of an article are gone: what is numbered from 0 has a gap, or the sentence that words stand in is missing
SELECT 'core.sentences' AS "table", extraction_id
FROM core.sentences GROUP BY extraction_id HAVING max(sentence_index) + 1 <> count(*)
UNION ALL
SELECT 'core.events', extraction_id FROM core.events GROUP BY extraction_id HAVING max(event_index) + 1 <> count(*)
UNION ALL
SELECT 'core.quantities', extraction_id
FROM core.quantities GROUP BY extraction_id HAVING max(quantity_index) + 1 <> count(*)
UNION ALL
SELECT DISTINCT 'core.event_mentions', extraction_id
FROM core.event_mentions GROUP BY extraction_id, event_id HAVING max(mention_index) + 1 <> count(*)
UNION ALL
SELECT DISTINCT 'core.event_parties', extraction_id
FROM core.event_parties GROUP BY extraction_id, event_id, "role" HAVING max(party_index) + 1 <> count(*)
UNION ALL
SELECT DISTINCT 'core.sentences', extraction_id
FROM core.event_mentions ANTI JOIN core.sentences USING (extraction_id, sentence_index)
UNION ALL
SELECT DISTINCT 'core.sentences', extraction_id
FROM core.quantities ANTI JOIN core.sentences USING (extraction_id, sentence_index);
