-- Who does what to whom over time, on the conflict-cooperation scale.
CREATE VIEW main.dyads AS
SELECT
    date_trunc('week', events.event_date)::DATE AS week_date,
    actor.country_code AS actor_country,
    actor.sector AS actor_sector,
    recipient.country_code AS recipient_country,
    recipient.sector AS recipient_sector,
    count(DISTINCT events.event_id) AS reports,
    count(DISTINCT events.event_id) FILTER (events.quad_class LIKE '%cooperation') AS reports_cooperation,
    count(DISTINCT events.event_id) FILTER (events.quad_class LIKE '%conflict') AS reports_conflict,
    avg(events.plover_score) AS mean_score,
    min(events.plover_score) AS lowest_score,
    max(events.plover_score) AS highest_score
FROM main.events
JOIN (
    SELECT DISTINCT extraction_id, event_id, country_code, sector FROM core.event_parties WHERE role = 'actor'
) AS actor USING (extraction_id, event_id)
JOIN (
    SELECT DISTINCT extraction_id, event_id, country_code, sector FROM core.event_parties WHERE role = 'recipient'
) AS recipient USING (extraction_id, event_id)
WHERE date_trunc('week', events.event_date) = date_trunc('week', events.event_date_end)
GROUP BY ALL;
COMMENT ON VIEW main.dyads IS 'One row per week of the event, actor and recipient by country and sector. Warning: counts reports, not happenings. Warning: leaves out what is not dated that exactly. Warning: an event with several parties counts once for each.';
COMMENT ON COLUMN main.dyads.week_date           IS 'Monday of the week the events happened in.';
COMMENT ON COLUMN main.dyads.actor_country       IS 'Country of who did it; NULL when not resolved.';
COMMENT ON COLUMN main.dyads.actor_sector        IS 'PLOVER 2.0 sector of who did it; NULL when not resolved.';
COMMENT ON COLUMN main.dyads.recipient_country   IS 'Country of whom it was done to; NULL when not resolved.';
COMMENT ON COLUMN main.dyads.recipient_sector    IS 'PLOVER 2.0 sector of whom it was done to; NULL when not resolved.';
COMMENT ON COLUMN main.dyads.reports             IS 'Events reported between the two, each once.';
COMMENT ON COLUMN main.dyads.reports_cooperation IS 'Of the reports, those of cooperation.';
COMMENT ON COLUMN main.dyads.reports_conflict    IS 'Of the reports, those of conflict.';
COMMENT ON COLUMN main.dyads.mean_score          IS 'Mean PLOVER score of the reports, -10 conflict to 10 cooperation.';
COMMENT ON COLUMN main.dyads.lowest_score        IS 'Score of the most hostile report.';
COMMENT ON COLUMN main.dyads.highest_score       IS 'Score of the most cooperative report.';
