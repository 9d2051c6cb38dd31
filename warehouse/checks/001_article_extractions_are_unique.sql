-- error: an extraction stands in core.articles more than once
SELECT extraction_id, count(*) AS copies FROM core.articles GROUP BY extraction_id HAVING count(*) > 1;
