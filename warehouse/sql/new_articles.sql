-- Which articles of a batch are not there yet. $extractions: a list of extraction ids. Returns those that are new.
SELECT extraction_id
FROM (SELECT unnest($extractions::UUID[]) AS extraction_id)
ANTI JOIN core.articles USING (extraction_id);
