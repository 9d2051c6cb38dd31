-- The words an article opens with, of the extractions in $extractions: title and first sentences. Returns one row each.
SELECT extraction_id, string_agg(sentence_text, chr(10) ORDER BY sentence_index)
FROM core.sentences
WHERE sentence_index <= 6 AND extraction_id IN (SELECT unnest($extractions::UUID[]))
GROUP BY extraction_id;
