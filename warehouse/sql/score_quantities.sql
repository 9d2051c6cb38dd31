-- Quantities as the scorer of gold files reads them, which knows the count types alone: last day inclusive, the part before the place's name.
SELECT
    'quantity' AS kind,
    document,
    sentence,
    quantity_text AS "text",
    count_type,
    count_min AS "lower",
    count_max AS "upper",
    period_start,
    period_end,
    nullif(concat_ws(' ', place_part, place_name), '') AS place,
    attributed_to,
    status,
    rule_id
FROM main.quantities
WHERE count_type IS NOT NULL
ORDER BY document, sentence, quantity_text, quantity_id;
