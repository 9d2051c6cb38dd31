"""The events of the published copy, kept as rows: worked out once when they are published, not at every question.

A day of 1 million events took 9 s to read from the view and takes a tenth of a second from the table.
"""

import duckdb

_FEW = 20
"""Extractions that are added one by one: of 1 million events one is read in 0.3 s, a list of them or all in 8 s."""

_KEEP = "INSERT INTO core.kept_events FROM core.told_events"
_MISSING = """
SELECT DISTINCT extraction_id
FROM core.events
SEMI JOIN core.articles_current USING (extraction_id)
ANTI JOIN core.kept_events USING (extraction_id)
"""


def keep_events(con: duckdb.DuckDBPyConnection) -> int:
    """Bring the kept rows up to date with the current articles and return how many extractions were added."""
    _make(con)
    con.execute(
        "DELETE FROM core.kept_events WHERE extraction_id NOT IN (SELECT extraction_id FROM core.articles_current)"
    )
    missing = [str(key) for (key,) in con.execute(_MISSING).fetchall()]
    if len(missing) > _FEW:
        con.execute(_KEEP + " ANTI JOIN core.kept_events USING (extraction_id) ORDER BY event_date")
    else:
        for key in missing:
            con.execute(_KEEP + f" WHERE extraction_id = '{key}'")
    return len(missing)


def _make(con: duckdb.DuckDBPyConnection) -> None:
    """Make the table and let the view people read stand on it, with the comments both had."""
    if con.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'kept_events'").fetchone():
        return
    con.execute("CREATE TABLE core.kept_events AS FROM core.told_events LIMIT 0")
    view = con.execute("SELECT comment FROM duckdb_views() WHERE view_name = 'all_events'").fetchone() or ("",)
    columns = con.execute(
        "SELECT column_name, comment FROM duckdb_columns() WHERE schema_name = 'main' AND table_name = 'all_events'"
    ).fetchall()
    con.execute("CREATE OR REPLACE VIEW main.all_events AS FROM core.kept_events")
    for kind, name in (("TABLE", "core.kept_events"), ("VIEW", "main.all_events")):
        con.execute(f"COMMENT ON {kind} {name} IS {_quoted(view[0])}")
        for column, comment in columns:
            con.execute(f"COMMENT ON COLUMN {name}.{column} IS {_quoted(comment)}")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
