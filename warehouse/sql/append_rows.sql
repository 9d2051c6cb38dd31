-- Append one table's rows of a batch, keeping out what is known.
-- ${table}, ${values} (unnest of each staged list), ${types} (of the staged struct) come from the schema itself.
-- ${only} keeps new rows: an anti-join on the key, or a semi-join on the extractions this batch brings.
-- $$columns: the table as JSON {column: [values]}. $$batch_id, $$now: stamped on every row.
-- The caller adds RETURNING with the key.
INSERT INTO ${table} BY NAME
SELECT * FROM (
    SELECT ${values}, $$batch_id::UUID AS batch_id ${recorded}
    FROM (SELECT $$columns::JSON::STRUCT(${types}) AS staged)
)
${only}
