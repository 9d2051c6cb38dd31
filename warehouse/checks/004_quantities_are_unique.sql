-- error: a quantity stands in core.quantities more than once for one extraction
SELECT extraction_id, quantity_id, count(*) AS copies FROM core.quantities GROUP BY ALL HAVING count(*) > 1;
