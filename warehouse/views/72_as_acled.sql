-- Columns of an ACLED export: political violence, demonstrations and the strategic developments PLOVER tells apart.
CREATE VIEW main.as_acled AS
WITH kinds (event_type, event_mode, acled_type, acled_sub_type) AS (
    VALUES
        ('ASSAULT', 'aerial', 'Explosions/Remote violence', 'Air/drone strike'),
        ('ASSAULT', 'drone', 'Explosions/Remote violence', 'Air/drone strike'),
        ('ASSAULT', 'heavy-weapons', 'Explosions/Remote violence', 'Shelling/artillery/missile attack'),
        ('ASSAULT', 'suicide-attack', 'Explosions/Remote violence', 'Suicide bomb'),
        ('ASSAULT', 'explosives', 'Explosions/Remote violence', 'Remote explosive/landmine/IED'),
        ('ASSAULT', 'abduct', 'Violence against civilians', 'Abduction/forced disappearance'),
        ('ASSAULT', 'sexual', 'Violence against civilians', 'Sexual violence'),
        ('ASSAULT', 'crowd-control', 'Protests', 'Protest with intervention'),
        ('PROTEST', 'riot', 'Riots', 'Violent demonstration'),
        ('PROTEST', 'vandalize', 'Riots', 'Violent demonstration'),
        ('COERCE', 'arrest', 'Strategic developments', 'Arrests'),
        ('COERCE', 'seize', 'Strategic developments', 'Non-violent transfer of territory'),
        ('RETREAT', 'withdraw', 'Strategic developments', 'Non-violent transfer of territory')
),
coded AS (
    SELECT
        events.*,
        kinds.acled_type,
        kinds.acled_sub_type,
        CASE
            WHEN events.event_type = 'PROTEST' THEN if(kinds.acled_type = 'Riots', 'Rioters', 'Protesters')
            WHEN actor_sectors[1] IN ('MIL', 'COP', 'GOV', 'SPY', 'JUD', 'LEG') THEN 'State forces'
            WHEN actor_sectors[1] = 'REB' THEN 'Rebel group'
            WHEN actor_sectors[1] IN ('PRM', 'UAF', 'CRM', 'PTY', 'OPP') THEN 'Political militia'
            WHEN actor_sectors[1] IN ('CVL', 'MED', 'JRN', 'EDU', 'LAB', 'REF', 'REL', 'SOC', 'AGR', 'BUS', 'ELI', 'UNK') THEN 'Civilians'
        END AS inter1,
        CASE
            WHEN recipient_sectors[1] IN ('MIL', 'COP', 'GOV', 'SPY', 'JUD', 'LEG') THEN 'State forces'
            WHEN recipient_sectors[1] = 'REB' THEN 'Rebel group'
            WHEN recipient_sectors[1] IN ('PRM', 'UAF', 'CRM', 'PTY', 'OPP') THEN 'Political militia'
            WHEN recipient_sectors[1] IN ('CVL', 'MED', 'JRN', 'EDU', 'LAB', 'REF', 'REL', 'SOC', 'AGR', 'BUS', 'ELI', 'UNK') THEN 'Civilians'
        END AS inter2
    FROM main.events
    LEFT JOIN kinds USING (event_type, event_mode)
    WHERE (events.event_type IN ('ASSAULT', 'PROTEST') OR kinds.acled_type IS NOT NULL)
        AND events.status IN ('actual', 'claimed')
),
typed AS (
    SELECT
        * REPLACE (
            coalesce(
                acled_type,
                CASE
                    WHEN event_type = 'PROTEST' THEN 'Protests'
                    WHEN inter2 = 'Civilians' THEN 'Violence against civilians'
                    ELSE 'Battles'
                END
            ) AS acled_type,
            coalesce(
                acled_sub_type,
                CASE
                    WHEN event_type = 'PROTEST' THEN 'Peaceful protest'
                    WHEN inter2 = 'Civilians' THEN 'Attack'
                    ELSE 'Armed clash'
                END
            ) AS acled_sub_type
        )
    FROM coded
)
SELECT
    event_id AS event_id_cnty,
    event_date,
    year(event_date)::INTEGER AS "year",
    CASE WHEN date_precision IN ('minute', 'daypart', 'day') THEN 1 WHEN date_precision = 'week' THEN 2
        WHEN date_precision = 'month' THEN 3
    END AS time_precision,
    CASE WHEN acled_type IN ('Protests', 'Riots') THEN 'Demonstrations'
        WHEN acled_type = 'Strategic developments' THEN 'Strategic developments' ELSE 'Political violence'
    END AS disorder_type,
    acled_type AS event_type,
    acled_sub_type AS sub_event_type,
    actors[1] AS actor1,
    nullif(array_to_string(actors[2:], '; '), '') AS assoc_actor_1,
    inter1,
    recipients[1] AS actor2,
    nullif(array_to_string(recipients[2:], '; '), '') AS assoc_actor_2,
    inter2,
    CASE WHEN len(recipients) = 0 THEN inter1 || ' only' ELSE inter1 || '-' || inter2 END AS interaction,
    CASE WHEN inter2 = 'Civilians' AND event_type = 'ASSAULT' THEN 'Civilian targeting' END AS civilian_targeting,
    NULL::INTEGER AS iso,
    NULL::VARCHAR AS region,
    country_code AS country,
    admin1,
    NULL::VARCHAR AS admin2,
    NULL::VARCHAR AS admin3,
    place_name AS "location",
    latitude,
    longitude,
    CASE WHEN place_precision = 1 THEN 1 WHEN place_precision <= 3 THEN 2 WHEN place_precision <= 5 THEN 3 END
        AS geo_precision,
    title AS source,
    NULL::VARCHAR AS source_scale,
    sentence AS notes,
    killed_min AS fatalities,
    NULL::VARCHAR AS tags,
    published_date AS "timestamp"
FROM typed;
COMMENT ON VIEW main.as_acled IS 'One row per event an article reports as actual or claimed that ACLED has a type for. Warning: counts reports, not happenings. Warning: another codebook''s columns, what has no counterpart is NULL.';
COMMENT ON COLUMN main.as_acled.event_id_cnty      IS 'event_id; ACLED''s own are country and number.';
COMMENT ON COLUMN main.as_acled.event_date         IS 'First day; NULL when not known.';
COMMENT ON COLUMN main.as_acled.year               IS 'Year of the first day.';
COMMENT ON COLUMN main.as_acled.time_precision     IS '1 day, 2 week, 3 month; NULL when less is known.';
COMMENT ON COLUMN main.as_acled.disorder_type      IS 'Political violence, Demonstrations or Strategic developments.';
COMMENT ON COLUMN main.as_acled.event_type         IS 'ACLED event type.';
COMMENT ON COLUMN main.as_acled.sub_event_type     IS 'ACLED sub-event type.';
COMMENT ON COLUMN main.as_acled.actor1             IS 'First actor: canonical name, else the words; NULL when not told.';
COMMENT ON COLUMN main.as_acled.assoc_actor_1      IS 'The other actors.';
COMMENT ON COLUMN main.as_acled.inter1             IS 'State forces, Rebel group, Political militia, Protesters, Rioters or Civilians; NULL when not resolved.';
COMMENT ON COLUMN main.as_acled.actor2             IS 'First recipient; NULL when not told.';
COMMENT ON COLUMN main.as_acled.assoc_actor_2      IS 'The other recipients.';
COMMENT ON COLUMN main.as_acled.inter2             IS 'As for the actor.';
COMMENT ON COLUMN main.as_acled.interaction        IS 'Both sides joined; NULL when one is not resolved.';
COMMENT ON COLUMN main.as_acled.civilian_targeting IS 'Civilian targeting where violence is done to civilians.';
COMMENT ON COLUMN main.as_acled.iso                IS 'Always NULL: ACLED''s numeric country code; country has the letters.';
COMMENT ON COLUMN main.as_acled.region             IS 'Always NULL: ACLED''s own regions.';
COMMENT ON COLUMN main.as_acled.country            IS 'ISO 3166 alpha-3 code of the place''s country; ACLED''s own is a name.';
COMMENT ON COLUMN main.as_acled.admin1             IS 'First-level administrative unit.';
COMMENT ON COLUMN main.as_acled.admin2             IS 'Always NULL: only the first level is read.';
COMMENT ON COLUMN main.as_acled.admin3             IS 'Always NULL: only the first level is read.';
COMMENT ON COLUMN main.as_acled.location           IS 'Place; NULL when not known.';
COMMENT ON COLUMN main.as_acled.latitude           IS 'Degrees north, WGS 84.';
COMMENT ON COLUMN main.as_acled.longitude          IS 'Degrees east, WGS 84.';
COMMENT ON COLUMN main.as_acled.geo_precision      IS '1 exact, 2 near or district, 3 region; NULL when less is known.';
COMMENT ON COLUMN main.as_acled.source             IS 'Title of the article.';
COMMENT ON COLUMN main.as_acled.source_scale       IS 'Always NULL: ACLED''s own classes of sources.';
COMMENT ON COLUMN main.as_acled.notes              IS 'Sentence that tells it first.';
COMMENT ON COLUMN main.as_acled.fatalities         IS 'Lower bound of the killed; NULL when no number is told, never 0 for unknown.';
COMMENT ON COLUMN main.as_acled.tags               IS 'Always NULL: ACLED''s own notes in fixed words.';
COMMENT ON COLUMN main.as_acled.timestamp          IS 'Publication date of the article.';
