"""The steps of a run, without Prefect."""
