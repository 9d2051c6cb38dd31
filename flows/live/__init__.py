"""Live sources: ask what is new, fetch what is due, note what changed. Nothing here knows Prefect or a real clock."""
