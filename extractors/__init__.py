"""Turn a page into an article, and an article into events. Pure: no network, clock, disk writes, SQL or Prefect."""

EXTRACTOR_VERSION = "0.1.0"
"""Stored with every row an extraction gives. Raise it whenever the same page would give other rows."""
