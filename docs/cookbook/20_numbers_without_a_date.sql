-- Which numbers are told without a period?
SELECT count_type, quantity_text, status, attributed_to, sentence
FROM quantities
WHERE period_start IS NULL AND period_end IS NULL
ORDER BY count_type, quantity_text, sentence;
