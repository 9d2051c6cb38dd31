-- Every table and view as a person types it: those of schema main without it. No parameters. Returns one row per name.
SELECT if(schema_name = 'main', '', schema_name || '.') || table_name AS name
FROM (
    SELECT schema_name, table_name FROM duckdb_tables() WHERE NOT internal AND database_name = current_database()
    UNION ALL
    SELECT schema_name, view_name FROM duckdb_views() WHERE NOT internal AND database_name = current_database()
)
ORDER BY schema_name <> 'main', schema_name, table_name;
