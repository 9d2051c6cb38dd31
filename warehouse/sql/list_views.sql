-- The views analysts open. No parameters. Returns one row per view: name, number of columns, what a row of it is.
SELECT views.view_name AS "table", views.column_count AS "columns", views.comment AS description
FROM duckdb_views() AS views
WHERE views.schema_name = 'main' AND NOT views.internal AND views.database_name = current_database()
ORDER BY views.view_name;
