-- The published copy's links between reports of one act; made there alone, as it is worked out from the events.
CREATE TABLE IF NOT EXISTS core.incident_links (
    event_type VARCHAR NOT NULL,
    "window"   BIGINT  NOT NULL,
    event_id   UUID    NOT NULL,
    event_date DATE    NOT NULL,
    other_id   UUID    NOT NULL,
    other_date DATE    NOT NULL
);
COMMENT ON TABLE  core.incident_links            IS 'One row per pair of reports that tell the same act and hold their incident together, and window of days both lie in. Only the published copy has it.';
COMMENT ON COLUMN core.incident_links.event_type IS 'PLOVER 2.0 event type of both.';
COMMENT ON COLUMN core.incident_links."window"   IS 'Number of the window: a run of five days, a new one every three.';
COMMENT ON COLUMN core.incident_links.event_id   IS 'One of the events.';
COMMENT ON COLUMN core.incident_links.event_date IS 'Its first day.';
COMMENT ON COLUMN core.incident_links.other_id   IS 'The other event.';
COMMENT ON COLUMN core.incident_links.other_date IS 'Its first day.';
