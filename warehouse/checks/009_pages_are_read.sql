-- error: a page was read by no extractor, or its reading names an article that is gone
SELECT page_id, NULL AS extraction_id FROM raw.pages ANTI JOIN core.readings USING (page_id)
UNION ALL
SELECT page_id, extraction_id FROM core.readings ANTI JOIN core.articles USING (extraction_id)
WHERE outcome = 'article';
