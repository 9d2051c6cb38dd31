-- Append one table's rows of a batch, keeping out what is known.
-- ${table}, ${values} (unnest of each staged list), ${types} (of the staged struct) come from the schema itself.
-- ${only} keeps new rows: an anti-join on the key, or a list of the extractions this batch brings.
-- $$columns: the table as JSON {column: [values]}. $$batch_id, $$now: stamped on every row.
INSERT INTO ${table} BY NAME
SELECT * FROM (
    SELECT ${values}, $$batch_id::UUID AS batch_id ${recorded}
    FROM (SELECT $$columns::JSON::STRUCT(${types}) AS staged)
)
${only}
