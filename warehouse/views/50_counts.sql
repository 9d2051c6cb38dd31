-- How much is reported, by day and by week of the event, never of the article.
CREATE VIEW main.daily_counts AS
SELECT
    event_date AS event_date,
    country_code,
    event_type,
    quad_class,
    count(*) AS reports,
    count(DISTINCT article_id) AS articles,
    count(*) FILTER (status = 'actual') AS reports_actual,
    count(*) FILTER (status = 'claimed') AS reports_claimed,
    count(*) FILTER (status = 'threatened') AS reports_threatened
FROM main.events
WHERE event_date = event_date_end
GROUP BY ALL;
COMMENT ON VIEW main.daily_counts IS 'One row per day of the event, country, event type and quad class with at least one report. Warning: counts reports, not happenings. Warning: leaves out what is not dated that exactly.';
COMMENT ON COLUMN main.daily_counts.event_date         IS 'Day the events happened on.';
COMMENT ON COLUMN main.daily_counts.country_code       IS 'ISO 3166 alpha-3 code of the place''s country; NULL when the place is not known.';
COMMENT ON COLUMN main.daily_counts.event_type         IS 'PLOVER 2.0 event type.';
COMMENT ON COLUMN main.daily_counts.quad_class         IS 'verbal cooperation, material cooperation, verbal conflict or material conflict.';
COMMENT ON COLUMN main.daily_counts.reports            IS 'Events reported: actual, claimed and threatened ones, one per event and article.';
COMMENT ON COLUMN main.daily_counts.articles           IS 'Articles that report them.';
COMMENT ON COLUMN main.daily_counts.reports_actual     IS 'Of the reports, those in the articles'' own voice.';
COMMENT ON COLUMN main.daily_counts.reports_claimed    IS 'Of the reports, those that give somebody''s claim.';
COMMENT ON COLUMN main.daily_counts.reports_threatened IS 'Of the reports, those of threats.';

-- The same by week: also what is known to the week only.
CREATE VIEW main.weekly_counts AS
SELECT
    date_trunc('week', event_date)::DATE AS week_date,
    country_code,
    event_type,
    quad_class,
    count(*) AS reports,
    count(DISTINCT article_id) AS articles,
    count(*) FILTER (status = 'actual') AS reports_actual,
    count(*) FILTER (status = 'claimed') AS reports_claimed,
    count(*) FILTER (status = 'threatened') AS reports_threatened
FROM main.events
WHERE date_trunc('week', event_date) = date_trunc('week', event_date_end)
GROUP BY ALL;
COMMENT ON VIEW main.weekly_counts IS 'One row per week of the event, country, event type and quad class with at least one report. Warning: counts reports, not happenings. Warning: leaves out what is not dated that exactly.';
COMMENT ON COLUMN main.weekly_counts.week_date          IS 'Monday of the week the events happened in.';
COMMENT ON COLUMN main.weekly_counts.country_code       IS 'ISO 3166 alpha-3 code of the place''s country; NULL when the place is not known.';
COMMENT ON COLUMN main.weekly_counts.event_type         IS 'PLOVER 2.0 event type.';
COMMENT ON COLUMN main.weekly_counts.quad_class         IS 'verbal cooperation, material cooperation, verbal conflict or material conflict.';
COMMENT ON COLUMN main.weekly_counts.reports            IS 'Events reported: actual, claimed and threatened ones, one per event and article.';
COMMENT ON COLUMN main.weekly_counts.articles           IS 'Articles that report them.';
COMMENT ON COLUMN main.weekly_counts.reports_actual     IS 'Of the reports, those in the articles'' own voice.';
COMMENT ON COLUMN main.weekly_counts.reports_claimed    IS 'Of the reports, those that give somebody''s claim.';
COMMENT ON COLUMN main.weekly_counts.reports_threatened IS 'Of the reports, those of threats.';

-- Who acts and who is acted upon, by day.
CREATE VIEW main.daily_party_counts AS
SELECT
    events.event_date AS event_date,
    event_parties.role,
    event_parties.party_name,
    event_parties.country_code AS party_country,
    event_parties.sector AS party_sector,
    events.event_type,
    events.quad_class,
    count(DISTINCT events.event_id) AS reports,
    count(DISTINCT events.article_id) AS articles
FROM main.events
JOIN core.event_parties USING (extraction_id, event_id)
WHERE events.event_date = events.event_date_end
GROUP BY ALL;
COMMENT ON VIEW main.daily_party_counts IS 'One row per day of the event, role, party and event type with at least one report. Warning: counts reports, not happenings. Warning: leaves out what is not dated that exactly. Warning: an event with several parties counts once for each.';
COMMENT ON COLUMN main.daily_party_counts.event_date    IS 'Day the events happened on.';
COMMENT ON COLUMN main.daily_party_counts.role          IS 'actor: who did it. recipient: to whom.';
COMMENT ON COLUMN main.daily_party_counts.party_name    IS 'Canonical name; NULL when only country and sector, or nothing, is known.';
COMMENT ON COLUMN main.daily_party_counts.party_country IS 'ISO 3166 alpha-3, or IGO, UNO, EUR, NGO, ISM, IMG, MNC; NULL when not resolved.';
COMMENT ON COLUMN main.daily_party_counts.party_sector  IS 'PLOVER 2.0 sector; NULL when not resolved.';
COMMENT ON COLUMN main.daily_party_counts.event_type    IS 'PLOVER 2.0 event type.';
COMMENT ON COLUMN main.daily_party_counts.quad_class    IS 'verbal cooperation, material cooperation, verbal conflict or material conflict.';
COMMENT ON COLUMN main.daily_party_counts.reports       IS 'Events reported with the party in this role, each once.';
COMMENT ON COLUMN main.daily_party_counts.articles      IS 'Articles that report them.';

-- The same by week.
CREATE VIEW main.weekly_party_counts AS
SELECT
    date_trunc('week', events.event_date)::DATE AS week_date,
    event_parties.role,
    event_parties.party_name,
    event_parties.country_code AS party_country,
    event_parties.sector AS party_sector,
    events.event_type,
    events.quad_class,
    count(DISTINCT events.event_id) AS reports,
    count(DISTINCT events.article_id) AS articles
FROM main.events
JOIN core.event_parties USING (extraction_id, event_id)
WHERE date_trunc('week', events.event_date) = date_trunc('week', events.event_date_end)
GROUP BY ALL;
COMMENT ON VIEW main.weekly_party_counts IS 'One row per week of the event, role, party and event type with at least one report. Warning: counts reports, not happenings. Warning: leaves out what is not dated that exactly. Warning: an event with several parties counts once for each.';
COMMENT ON COLUMN main.weekly_party_counts.week_date     IS 'Monday of the week the events happened in.';
COMMENT ON COLUMN main.weekly_party_counts.role          IS 'actor: who did it. recipient: to whom.';
COMMENT ON COLUMN main.weekly_party_counts.party_name    IS 'Canonical name; NULL when only country and sector, or nothing, is known.';
COMMENT ON COLUMN main.weekly_party_counts.party_country IS 'ISO 3166 alpha-3, or IGO, UNO, EUR, NGO, ISM, IMG, MNC; NULL when not resolved.';
COMMENT ON COLUMN main.weekly_party_counts.party_sector  IS 'PLOVER 2.0 sector; NULL when not resolved.';
COMMENT ON COLUMN main.weekly_party_counts.event_type    IS 'PLOVER 2.0 event type.';
COMMENT ON COLUMN main.weekly_party_counts.quad_class    IS 'verbal cooperation, material cooperation, verbal conflict or material conflict.';
COMMENT ON COLUMN main.weekly_party_counts.reports       IS 'Events reported with the party in this role, each once.';
COMMENT ON COLUMN main.weekly_party_counts.articles      IS 'Articles that report them.';
