-- The columns of one table or view: schema, name. Returns one row per column in order.
SELECT column_name AS "column", data_type AS "type", comment AS description
FROM duckdb_columns()
WHERE database_name = current_database() AND schema_name = ? AND table_name = ? AND NOT internal
ORDER BY column_index;
