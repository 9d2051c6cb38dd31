"""Keep the interpreter's last breath off a user's screen.

Prefect's background threads, and what the extractor spares the garbage collector, still hold modules at exit, so
DuckDB's binding (nanobind, from 2.0 on) lists every type it could not free: 40 lines of "leaked instance" that mean
nothing. It writes them after all Python code has run, to file descriptor 2, with no switch (duckdb 2.0.0, 2026-11).
"""

import atexit
import os
import sys


def exit_quietly() -> None:
    """Send what is written to stderr while the interpreter shuts down nowhere; errors before that are seen as ever."""
    atexit.register(_close_stderr)


def _close_stderr() -> None:
    sys.stderr.flush()
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123  a device, not a path of ours
        os.dup2(nowhere.fileno(), 2)
