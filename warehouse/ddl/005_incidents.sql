-- Which reports tell the same act. Derived from the events, so unlike them it is replaced when they change; only the
-- published copy holds rows.
CREATE TABLE core.incident_reports (
    incident_id   UUID    NOT NULL,
    extraction_id UUID    NOT NULL,
    event_id      UUID    NOT NULL,
    rule          VARCHAR NOT NULL
);
COMMENT ON TABLE  core.incident_reports               IS 'One row per event of a current article that is actual, claimed or threatened: the incident it is a report of. Filled when the warehouse is published.';
COMMENT ON COLUMN core.incident_reports.incident_id   IS 'Named after the report that is first by day and id; the same reports give the same id in whatever order they came.';
COMMENT ON COLUMN core.incident_reports.extraction_id IS 'Extraction the event hangs on.';
COMMENT ON COLUMN core.incident_reports.event_id      IS 'Event that reports it.';
COMMENT ON COLUMN core.incident_reports.rule          IS 'Version of the rule that groups reports.';
