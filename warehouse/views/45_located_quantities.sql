-- Numbers with what the event tells that carries them: a number without a place of its own stands where its event stands,
-- and a claimed one without a source of its own has the source of its event.
CREATE VIEW core.located_quantities AS
WITH carriers AS (
    SELECT
        event_quantities.extraction_id,
        event_quantities.quantity_id,
        min_by(
            {
                'event_id': all_events.event_id,
                'actors': all_events.actors,
                'place_name': all_events.place_name,
                'place_part': all_events.place_part,
                'country_code': all_events.country_code,
                'attributed_to': all_events.attributed_to
            },
            (all_events.place_name IS NULL, all_events.event_id)
        ) AS event
    FROM core.event_quantities
    JOIN main.all_events USING (extraction_id, event_id)
    GROUP BY ALL
)
SELECT
    quantities.* REPLACE (
        coalesce(quantities.place_name, event.place_name) AS place_name,
        if(quantities.place_name IS NULL, event.place_part, quantities.place_part) AS place_part,
        if(quantities.place_name IS NULL, event.country_code, quantities.country_code) AS country_code,
        if(quantities.status = 'claimed', coalesce(quantities.attributed_to, event.attributed_to), quantities.attributed_to)
            AS attributed_to
    ),
    coalesce(event.actors, []) AS actors,
    event.event_id
FROM main.quantities
LEFT JOIN carriers USING (extraction_id, quantity_id);
COMMENT ON VIEW core.located_quantities IS 'One row per counted thing an article reports, with the place and the actors of the event that carries it. Warning: never add cumulative tolls to others.';
COMMENT ON COLUMN core.located_quantities.quantity_id       IS 'Stable id.';
COMMENT ON COLUMN core.located_quantities.article_id        IS 'Article that gives it.';
COMMENT ON COLUMN core.located_quantities.count_type        IS 'killed, wounded, displaced, evacuated, trapped, arrested, missing, casualties, victims, to_be_evacuated, territory_share_pct or displaced_share_pct; NULL for things, troops and money, of which unit and outcome tell.';
COMMENT ON COLUMN core.located_quantities.count_min         IS 'Lower bound; NULL when there is none ("nearly 5,000").';
COMMENT ON COLUMN core.located_quantities.count_max         IS 'Upper bound; NULL when it is open ("at least 400").';
COMMENT ON COLUMN core.located_quantities.qualifier         IS 'exact, at_least, more_than, less_than, up_to, about, range, order_of_magnitude or vague.';
COMMENT ON COLUMN core.located_quantities.quantity_text     IS 'Words that give the number.';
COMMENT ON COLUMN core.located_quantities.who               IS 'Who or what is counted, in the words of the article.';
COMMENT ON COLUMN core.located_quantities.unit              IS 'people, family, household, percent; house, building, settlement, troops, vehicle, tank, aircraft, drone, ship, weapon or money.';
COMMENT ON COLUMN core.located_quantities.outcome           IS 'What was done to things, troops or money; NULL where a count type says it.';
COMMENT ON COLUMN core.located_quantities.currency          IS 'ISO 4217 code of a sum; NULL when not told.';
COMMENT ON COLUMN core.located_quantities.period_start      IS 'First day of the period; NULL when open or not known.';
COMMENT ON COLUMN core.located_quantities.period_end        IS 'Last day of the period; NULL when open or not known.';
COMMENT ON COLUMN core.located_quantities.is_cumulative     IS 'A toll over a long period.';
COMMENT ON COLUMN core.located_quantities.period_precision  IS 'How exactly the period is told.';
COMMENT ON COLUMN core.located_quantities.period_text       IS 'Words that give the period; NULL when it was inferred.';
COMMENT ON COLUMN core.located_quantities.place_name        IS 'Place; NULL when not known.';
COMMENT ON COLUMN core.located_quantities.place_part        IS 'Part of the place: eastern.';
COMMENT ON COLUMN core.located_quantities.latitude          IS 'Degrees north, WGS 84.';
COMMENT ON COLUMN core.located_quantities.longitude         IS 'Degrees east, WGS 84.';
COMMENT ON COLUMN core.located_quantities.country_code      IS 'ISO 3166 alpha-3 code of the place''s country.';
COMMENT ON COLUMN core.located_quantities.place_precision   IS 'UCDP where_prec: 1 exact … 6 country, 7 international.';
COMMENT ON COLUMN core.located_quantities.attributed_to     IS 'Who gives the number; NULL when the article does in its own voice.';
COMMENT ON COLUMN core.located_quantities.status            IS 'actual or claimed; threatened, denied, planned, hypothetical and negated are records of what was said.';
COMMENT ON COLUMN core.located_quantities.sentence          IS 'Sentence that gives it.';
COMMENT ON COLUMN core.located_quantities.title             IS 'Title of the article.';
COMMENT ON COLUMN core.located_quantities.document          IS 'File name or URL of the article.';
COMMENT ON COLUMN core.located_quantities.url               IS 'Canonical address of the article.';
COMMENT ON COLUMN core.located_quantities.published_date    IS 'Publication date of the article.';
COMMENT ON COLUMN core.located_quantities.rule_id           IS 'Rule that read it.';
COMMENT ON COLUMN core.located_quantities.extractor_version IS 'Extractor that read it.';
COMMENT ON COLUMN core.located_quantities.extraction_id     IS 'Extraction; joins to core.* tables.';
COMMENT ON COLUMN core.located_quantities.actors            IS 'Actors of the event that carries the number; empty when none is told.';
COMMENT ON COLUMN core.located_quantities.event_id          IS 'Event that carries the number, the one with a place first; NULL when none does.';
