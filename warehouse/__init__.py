"""The DuckDB file: schema, appends, reads, publishing. The only room that speaks SQL."""
