-- Append one table's rows of a batch, keeping out what is known.
-- ${table}, ${values} (each with its type), ${staged} (what holds them, see warehouse/staging.py) come from the schema.
-- ${only} keeps new rows: an anti-join on the key, or a list of the extractions this batch brings.
-- $$batch_id, $$now: stamped on every row. $$columns: where they are handed over as JSON, the table as {column: [values]}.
INSERT INTO ${table} BY NAME
SELECT * FROM (
    SELECT ${values}, $$batch_id::UUID AS batch_id ${recorded}
    FROM ${staged}
)
${only}
