-- Quantities of one extraction in text order. Returns the sentence's index, then the fields of ShownQuantity.
SELECT
    sentence_index, quantity_id::VARCHAR, coalesce(count_type, concat_ws(' ', unit, outcome)), count_min, count_max, quantity_text, status, attributed_to
FROM core.quantities
WHERE extraction_id = ?
ORDER BY sentence_index, quantity_offset, quantity_id;
