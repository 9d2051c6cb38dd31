-- Counted things with their bounds.
CREATE VIEW main.quantities AS
SELECT
    quantities.quantity_id,
    articles_current.article_id,
    quantities.count_type,
    quantities.count_min,
    quantities.count_max,
    quantities.qualifier,
    quantities.quantity_text,
    quantities.who,
    quantities.unit,
    quantities.outcome,
    quantities.currency,
    quantities.time_start::DATE AS period_start,
    (quantities.time_end - INTERVAL 1 MICROSECOND)::DATE AS period_end,
    quantities.is_cumulative,
    quantities.time_precision AS period_precision,
    quantities.time_text AS period_text,
    quantities.place_name,
    quantities.place_part,
    quantities.place_latitude AS latitude,
    quantities.place_longitude AS longitude,
    quantities.place_country AS country_code,
    quantities.place_precision,
    quantities.attributed_to,
    quantities.status,
    sentences.sentence_text AS sentence,
    articles_current.title,
    articles_current.document,
    articles_current.url,
    articles_current.published_date,
    quantities.rule_id,
    articles_current.extractor_version,
    quantities.extraction_id
FROM core.quantities
JOIN core.articles_current USING (extraction_id)
JOIN core.sentences USING (extraction_id, sentence_index);
COMMENT ON VIEW main.quantities IS 'One row per counted thing an article reports, events or no events. Warning: never add cumulative tolls to others. Warning: holds what was only denied, planned or supposed.';
COMMENT ON COLUMN main.quantities.quantity_id       IS 'Stable id.';
COMMENT ON COLUMN main.quantities.article_id        IS 'Article that gives it.';
COMMENT ON COLUMN main.quantities.count_type        IS 'killed, wounded, displaced, evacuated, trapped, arrested, missing, casualties, victims, to_be_evacuated, territory_share_pct or displaced_share_pct; NULL for things, troops and money, of which unit and outcome tell.';
COMMENT ON COLUMN main.quantities.count_min         IS 'Lower bound; NULL when there is none ("nearly 5,000").';
COMMENT ON COLUMN main.quantities.count_max         IS 'Upper bound; NULL when it is open ("at least 400").';
COMMENT ON COLUMN main.quantities.qualifier         IS 'exact, at_least, more_than, less_than, up_to, about, range, order_of_magnitude or vague.';
COMMENT ON COLUMN main.quantities.quantity_text     IS 'Words that give the number.';
COMMENT ON COLUMN main.quantities.who               IS 'Who or what is counted, in the words of the article.';
COMMENT ON COLUMN main.quantities.unit              IS 'people, family, household, percent; house, building, settlement, troops, vehicle, tank, aircraft, drone, ship, weapon or money.';
COMMENT ON COLUMN main.quantities.outcome           IS 'What was done to things, troops or money: destroyed, damaged, captured, lost, deployed, withdrawn, supplied, pledged, requested, paid, frozen, fired or intercepted; NULL where a count type says it.';
COMMENT ON COLUMN main.quantities.currency          IS 'ISO 4217 code of a sum, whose bounds are in whole units of it; NULL when not told.';
COMMENT ON COLUMN main.quantities.period_start      IS 'First day of the period; NULL when open or not known.';
COMMENT ON COLUMN main.quantities.period_end        IS 'Last day of the period; NULL when open or not known.';
COMMENT ON COLUMN main.quantities.is_cumulative     IS 'A toll over a long period.';
COMMENT ON COLUMN main.quantities.period_precision  IS 'How exactly the period is told.';
COMMENT ON COLUMN main.quantities.period_text       IS 'Words that give the period; NULL when it was inferred.';
COMMENT ON COLUMN main.quantities.place_name        IS 'Place; NULL when not known.';
COMMENT ON COLUMN main.quantities.place_part        IS 'Part of the place: eastern.';
COMMENT ON COLUMN main.quantities.latitude          IS 'Degrees north, WGS 84.';
COMMENT ON COLUMN main.quantities.longitude         IS 'Degrees east, WGS 84.';
COMMENT ON COLUMN main.quantities.country_code      IS 'ISO 3166 alpha-3 code of the place''s country.';
COMMENT ON COLUMN main.quantities.place_precision   IS 'UCDP where_prec: 1 exact … 6 country, 7 international.';
COMMENT ON COLUMN main.quantities.attributed_to     IS 'Who gives the number; NULL when the article does in its own voice.';
COMMENT ON COLUMN main.quantities.status            IS 'actual or claimed; threatened, denied, planned, hypothetical and negated are records of what was said.';
COMMENT ON COLUMN main.quantities.sentence          IS 'Sentence that gives it.';
COMMENT ON COLUMN main.quantities.title             IS 'Title of the article.';
COMMENT ON COLUMN main.quantities.document          IS 'File name or URL of the article.';
COMMENT ON COLUMN main.quantities.url               IS 'Canonical address of the article.';
COMMENT ON COLUMN main.quantities.published_date    IS 'Publication date of the article.';
COMMENT ON COLUMN main.quantities.rule_id           IS 'Rule that read it.';
COMMENT ON COLUMN main.quantities.extractor_version IS 'Extractor that read it.';
COMMENT ON COLUMN main.quantities.extraction_id     IS 'Extraction; joins to core.* tables.';
