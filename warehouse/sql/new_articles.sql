-- Which articles of a batch are not there yet. $columns: core.articles as JSON {column: [values]}. Returns extraction ids.
SELECT extraction_id
FROM (SELECT unnest(($columns::JSON -> 'extraction_id')::UUID[]) AS extraction_id)
ANTI JOIN core.articles USING (extraction_id);
