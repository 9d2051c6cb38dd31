-- error: a sentence stands in core.sentences more than once for one extraction
SELECT extraction_id, sentence_index, count(*) AS copies FROM core.sentences GROUP BY ALL HAVING count(*) > 1;
