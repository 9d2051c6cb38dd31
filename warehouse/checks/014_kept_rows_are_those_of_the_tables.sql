-- error: the published copy shows another number of incidents than its reports make, or of numbers than the tables hold
SELECT 'incidents' AS shown, (SELECT count(*) FROM main.incidents) AS shown_rows, count(DISTINCT incident_id) AS held_rows
FROM core.incident_reports
HAVING shown_rows <> held_rows
UNION ALL
SELECT 'quantities', (SELECT count(*) FROM core.located_quantities), count(*)
FROM core.quantities
SEMI JOIN core.articles_current USING (extraction_id)
HAVING (SELECT count(*) FROM core.located_quantities) <> count(*);
