-- Who holds, takes or gives up ground: shares that are told and acts that change them.
CREATE VIEW main.territory AS
SELECT
    'share' AS report,
    coalesce(period_end, published_date) AS report_date,
    if(period_end IS NULL, 'publication', 'told') AS date_method,
    actors AS parties,
    who AS area,
    place_name,
    place_part,
    country_code,
    count_min AS share_min,
    count_max AS share_max,
    attributed_to,
    status,
    sentence,
    document,
    quantity_id AS report_id,
    extraction_id
FROM core.located_quantities
WHERE count_type = 'territory_share_pct' AND status IN ('actual', 'claimed')
UNION ALL
SELECT
    if(event_type = 'COERCE', 'taken', 'left'),
    event_date,
    date_method,
    actors,
    NULL,
    place_name,
    place_part,
    country_code,
    NULL,
    NULL,
    attributed_to,
    status,
    sentence,
    document,
    event_id,
    extraction_id
FROM main.events
WHERE (event_type = 'COERCE' AND event_mode = 'seize') OR (event_type = 'RETREAT' AND event_mode = 'withdraw');
COMMENT ON VIEW main.territory IS 'One row per report of a share of ground, of ground taken and of ground left. Warning: never add or average claims. Warning: counts reports, not happenings.';
COMMENT ON COLUMN main.territory.report        IS 'share: how much of an area, in per cent. taken: somebody captured ground. left: somebody withdrew.';
COMMENT ON COLUMN main.territory.report_date   IS 'Day it is told of; NULL when not known.';
COMMENT ON COLUMN main.territory.date_method   IS 'told or publication for shares, see events.date_method for acts.';
COMMENT ON COLUMN main.territory.parties       IS 'Who takes or leaves, for a share the actors of the event that carries it; empty when not told.';
COMMENT ON COLUMN main.territory.area          IS 'Of what the share is, in the words of the article; NULL for acts.';
COMMENT ON COLUMN main.territory.place_name    IS 'Place; NULL when not known.';
COMMENT ON COLUMN main.territory.place_part    IS 'Part of the place: eastern.';
COMMENT ON COLUMN main.territory.country_code  IS 'ISO 3166 alpha-3 code of the place''s country.';
COMMENT ON COLUMN main.territory.share_min     IS 'Lower bound in per cent; NULL for acts.';
COMMENT ON COLUMN main.territory.share_max     IS 'Upper bound in per cent; NULL for acts.';
COMMENT ON COLUMN main.territory.attributed_to IS 'Who says so; NULL when the article does in its own voice.';
COMMENT ON COLUMN main.territory.status        IS 'actual, claimed or threatened.';
COMMENT ON COLUMN main.territory.sentence      IS 'Sentence that tells it.';
COMMENT ON COLUMN main.territory.document      IS 'File name or URL of the article.';
COMMENT ON COLUMN main.territory.report_id     IS 'quantity_id of a share, event_id of an act.';
COMMENT ON COLUMN main.territory.extraction_id IS 'Extraction; joins to core.* tables.';
