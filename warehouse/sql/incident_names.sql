-- The reports in members that are there now, each with its incident: named after the first report of its group, which is
-- in the table named, or after itself. The same as incident_id() of warehouse/linking.py. $rule: version of the rule.
INSERT INTO core.incident_reports BY NAME
SELECT
    left(sha256('incident' || chr(31) || coalesce(named.first_id, events.event_id)::VARCHAR), 32)::UUID AS incident_id,
    events.extraction_id,
    events.event_id,
    $rule AS rule
FROM main.events
SEMI JOIN members USING (extraction_id, event_id)
LEFT JOIN named USING (event_id);
