-- Columns of a GDELT 2.0 event table, as far as the articles tell them.
-- Codes of events and sectors follow CAMEO 1.1b3; root codes are those the PLOVER manual gives, with a third digit where a mode has one.
CREATE VIEW main.as_gdelt AS
WITH cameo (event_type, event_mode, event_code) AS (
    VALUES
        ('AGREE', NULL, '030'),
        ('CONSULT', NULL, '040'), ('CONSULT', 'visit', '042'), ('CONSULT', 'third-party', '045'),
        ('CONSULT', 'multilateral', '046'), ('CONSULT', 'phone', '041'),
        ('SUPPORT', NULL, '050'), ('CONCEDE', NULL, '080'), ('COOPERATE', NULL, '060'), ('AID', NULL, '070'),
        ('RETREAT', NULL, '087'), ('RETREAT', 'withdraw', '0874'), ('RETREAT', 'release', '084'),
        ('RETREAT', 'disarm', '0873'), ('RETREAT', 'ceasefire', '0871'), ('RETREAT', 'access', '0863'),
        ('RETREAT', 'resign', '0831'),
        ('REQUEST', NULL, '100'), ('REQUEST', 'assist', '103'), ('REQUEST', 'change', '104'),
        ('REQUEST', 'yield', '105'), ('REQUEST', 'meet', '106'),
        ('ACCUSE', NULL, '110'), ('ACCUSE', 'disapprove', '111'), ('ACCUSE', 'investigate', '090'),
        ('ACCUSE', 'allege', '112'),
        ('REJECT', NULL, '120'), ('REJECT', 'assist', '122'), ('REJECT', 'change', '123'), ('REJECT', 'yield', '124'),
        ('REJECT', 'meet', '125'),
        ('THREATEN', NULL, '130'), ('THREATEN', 'restrict', '131'), ('THREATEN', 'arrest', '137'),
        ('THREATEN', 'relations', '1313'), ('THREATEN', 'expel', '137'), ('THREATEN', 'territory', '1382'),
        ('THREATEN', 'violence', '138'),
        ('PROTEST', NULL, '140'), ('PROTEST', 'demo', '141'), ('PROTEST', 'riot', '145'), ('PROTEST', 'strike', '143'),
        ('PROTEST', 'hunger', '142'), ('PROTEST', 'boycott', '143'), ('PROTEST', 'obstruct', '144'),
        ('PROTEST', 'vandalize', '145'),
        ('SANCTION', NULL, '160'), ('SANCTION', 'convict', '160'), ('SANCTION', 'expel', '166'),
        ('SANCTION', 'withdraw', '166'), ('SANCTION', 'discontinue', '162'),
        ('MOBILIZE', NULL, '150'), ('MOBILIZE', 'troops', '154'), ('MOBILIZE', 'weapons', '154'),
        ('MOBILIZE', 'police', '153'), ('MOBILIZE', 'militia', '154'),
        ('COERCE', NULL, '170'), ('COERCE', 'seize', '171'), ('COERCE', 'restrict', '172'), ('COERCE', 'censor', '1721'),
        ('COERCE', 'curfew', '1723'), ('COERCE', 'martial-law', '1724'), ('COERCE', 'arrest', '173'),
        ('COERCE', 'deport', '174'), ('COERCE', 'withhold', '170'), ('COERCE', 'misinformation', '170'),
        ('COERCE', 'cyber', '176'),
        ('ASSAULT', NULL, '190'), ('ASSAULT', 'abduct', '181'), ('ASSAULT', 'beat', '182'), ('ASSAULT', 'torture', '1822'),
        ('ASSAULT', 'sexual', '1821'), ('ASSAULT', 'targeted', '186'), ('ASSAULT', 'destroy', '190'),
        ('ASSAULT', 'primitive', '182'), ('ASSAULT', 'firearms', '193'), ('ASSAULT', 'explosives', '183'),
        ('ASSAULT', 'suicide-attack', '1831'), ('ASSAULT', 'aerial', '195'), ('ASSAULT', 'drone', '1952'),
        ('ASSAULT', 'heavy-weapons', '194'), ('ASSAULT', 'crowd-control', '180'), ('ASSAULT', 'unconventional', '204')
),
sectors (sector, type_code) AS (
    VALUES
        ('COP', 'COP'), ('GOV', 'GOV'), ('JUD', 'JUD'), ('LEG', 'LEG'), ('MIL', 'MIL'), ('PRM', 'REB'), ('PTY', 'PTY'),
        ('REB', 'REB'), ('SPY', 'SPY'), ('UAF', 'UAF'), ('AGR', 'AGR'), ('BUS', 'BUS'), ('CRM', 'CRM'), ('CVL', 'CVL'),
        ('EDU', 'EDU'), ('ELI', 'ELI'), ('JRN', 'MED'), ('LAB', 'LAB'), ('MED', 'HLH'), ('REF', 'REF'), ('OPP', 'OPP')
),
coded AS (
    SELECT
        events.*,
        cameo.event_code,
        actor_countries[1] AS actor_country,
        recipient_countries[1] AS recipient_country,
        actor_type.type_code AS actor_type,
        recipient_type.type_code AS recipient_type
    FROM main.events
    JOIN cameo
        ON cameo.event_type = events.event_type AND cameo.event_mode IS NOT DISTINCT FROM events.event_mode
    LEFT JOIN sectors AS actor_type ON actor_type.sector = events.actor_sectors[1]
    LEFT JOIN sectors AS recipient_type ON recipient_type.sector = events.recipient_sectors[1]
)
SELECT
    event_id AS GlobalEventID,
    strftime(event_date, '%Y%m%d')::INTEGER AS Day,
    strftime(event_date, '%Y%m')::INTEGER AS MonthYear,
    year(event_date)::INTEGER AS Year,
    year(event_date) + (month(event_date) * 30 + day(event_date)) / 365 AS FractionDate,
    nullif(concat(if(actor_country = 'UNO', 'IGOUNO', actor_country), actor_type), '') AS Actor1Code,
    actors[1] AS Actor1Name,
    CASE WHEN actor_country NOT IN ('IGO', 'UNO', 'NGO', 'MNC', 'IMG', 'ISM') THEN actor_country END AS Actor1CountryCode,
    CASE WHEN actor_country = 'UNO' THEN 'UNO' END AS Actor1KnownGroupCode,
    NULL::VARCHAR AS Actor1EthnicCode,
    NULL::VARCHAR AS Actor1Religion1Code,
    NULL::VARCHAR AS Actor1Religion2Code,
    CASE WHEN actor_country IN ('IGO', 'UNO') THEN 'IGO' WHEN actor_country IN ('NGO', 'MNC', 'IMG') THEN actor_country ELSE actor_type END AS Actor1Type1Code,
    CASE WHEN actor_country IN ('IGO', 'UNO', 'NGO', 'MNC', 'IMG') THEN actor_type END AS Actor1Type2Code,
    NULL::VARCHAR AS Actor1Type3Code,
    nullif(concat(if(recipient_country = 'UNO', 'IGOUNO', recipient_country), recipient_type), '') AS Actor2Code,
    recipients[1] AS Actor2Name,
    CASE WHEN recipient_country NOT IN ('IGO', 'UNO', 'NGO', 'MNC', 'IMG', 'ISM') THEN recipient_country END AS Actor2CountryCode,
    CASE WHEN recipient_country = 'UNO' THEN 'UNO' END AS Actor2KnownGroupCode,
    NULL::VARCHAR AS Actor2EthnicCode,
    NULL::VARCHAR AS Actor2Religion1Code,
    NULL::VARCHAR AS Actor2Religion2Code,
    CASE WHEN recipient_country IN ('IGO', 'UNO') THEN 'IGO' WHEN recipient_country IN ('NGO', 'MNC', 'IMG') THEN recipient_country ELSE recipient_type END AS Actor2Type1Code,
    CASE WHEN recipient_country IN ('IGO', 'UNO', 'NGO', 'MNC', 'IMG') THEN recipient_type END AS Actor2Type2Code,
    NULL::VARCHAR AS Actor2Type3Code,
    NULL::INTEGER AS IsRootEvent,
    event_code AS EventCode,
    left(event_code, 3) AS EventBaseCode,
    left(event_code, 2) AS EventRootCode,
    CASE quad_class
        WHEN 'verbal cooperation' THEN 1 WHEN 'material cooperation' THEN 2 WHEN 'verbal conflict' THEN 3 ELSE 4
    END AS QuadClass,
    plover_score AS GoldsteinScale,
    mentions AS NumMentions,
    1 AS NumSources,
    1 AS NumArticles,
    NULL::DOUBLE AS AvgTone,
    NULL::INTEGER AS Actor1Geo_Type,
    NULL::VARCHAR AS Actor1Geo_FullName,
    NULL::VARCHAR AS Actor1Geo_CountryCode,
    NULL::VARCHAR AS Actor1Geo_ADM1Code,
    NULL::VARCHAR AS Actor1Geo_ADM2Code,
    NULL::DOUBLE AS Actor1Geo_Lat,
    NULL::DOUBLE AS Actor1Geo_Long,
    NULL::VARCHAR AS Actor1Geo_FeatureID,
    NULL::INTEGER AS Actor2Geo_Type,
    NULL::VARCHAR AS Actor2Geo_FullName,
    NULL::VARCHAR AS Actor2Geo_CountryCode,
    NULL::VARCHAR AS Actor2Geo_ADM1Code,
    NULL::VARCHAR AS Actor2Geo_ADM2Code,
    NULL::DOUBLE AS Actor2Geo_Lat,
    NULL::DOUBLE AS Actor2Geo_Long,
    NULL::VARCHAR AS Actor2Geo_FeatureID,
    CASE
        WHEN place_precision = 6 THEN 1
        WHEN place_precision IN (4, 5) THEN if(country_code = 'USA', 2, 5)
        WHEN place_precision <= 3 THEN if(country_code = 'USA', 3, 4)
    END AS ActionGeo_Type,
    place_name AS ActionGeo_FullName,
    country_code AS ActionGeo_CountryCode,
    NULL::VARCHAR AS ActionGeo_ADM1Code,
    NULL::VARCHAR AS ActionGeo_ADM2Code,
    latitude AS ActionGeo_Lat,
    longitude AS ActionGeo_Long,
    NULL::VARCHAR AS ActionGeo_FeatureID,
    strftime(published_date, '%Y%m%d')::BIGINT * 1000000 AS DATEADDED,
    url AS SOURCEURL
FROM coded;
COMMENT ON VIEW main.as_gdelt IS 'One row per event an article reports as actual, claimed or threatened, in GDELT''s columns. Warning: counts reports, not happenings. Warning: another codebook''s columns, what has no counterpart is NULL. Warning: names only the first actor and the first recipient.';
COMMENT ON COLUMN main.as_gdelt.GlobalEventID         IS 'event_id; GDELT''s own are numbers.';
COMMENT ON COLUMN main.as_gdelt.Day                   IS 'First day of the event as YYYYMMDD; NULL when not known, GDELT would put the publication day.';
COMMENT ON COLUMN main.as_gdelt.MonthYear             IS 'First day as YYYYMM.';
COMMENT ON COLUMN main.as_gdelt.Year                  IS 'Year of the first day.';
COMMENT ON COLUMN main.as_gdelt.FractionDate          IS 'Year and share of the year, (month * 30 + day) / 365, as GDELT computes it.';
COMMENT ON COLUMN main.as_gdelt.Actor1Code            IS 'Country and type code of the first actor; IGOUNO for the United Nations.';
COMMENT ON COLUMN main.as_gdelt.Actor1Name            IS 'First actor: canonical name, else the words.';
COMMENT ON COLUMN main.as_gdelt.Actor1CountryCode     IS 'ISO 3166 alpha-3 or EUR; NULL for organizations without a country.';
COMMENT ON COLUMN main.as_gdelt.Actor1KnownGroupCode  IS 'UNO for the United Nations.';
COMMENT ON COLUMN main.as_gdelt.Actor1EthnicCode      IS 'Always NULL: ethnic groups are not coded.';
COMMENT ON COLUMN main.as_gdelt.Actor1Religion1Code   IS 'Always NULL: religions are not coded.';
COMMENT ON COLUMN main.as_gdelt.Actor1Religion2Code   IS 'Always NULL: religions are not coded.';
COMMENT ON COLUMN main.as_gdelt.Actor1Type1Code       IS 'CAMEO type of the first actor: IGO, NGO, MNC, IMG, else its sector, MED being media and HLH medical.';
COMMENT ON COLUMN main.as_gdelt.Actor1Type2Code       IS 'Sector of an IGO, NGO, MNC or IMG.';
COMMENT ON COLUMN main.as_gdelt.Actor1Type3Code       IS 'Always NULL: a party has one sector.';
COMMENT ON COLUMN main.as_gdelt.Actor2Code            IS 'Country and type code of the first recipient.';
COMMENT ON COLUMN main.as_gdelt.Actor2Name            IS 'First recipient: canonical name, else the words.';
COMMENT ON COLUMN main.as_gdelt.Actor2CountryCode     IS 'As for the actor.';
COMMENT ON COLUMN main.as_gdelt.Actor2KnownGroupCode  IS 'As for the actor.';
COMMENT ON COLUMN main.as_gdelt.Actor2EthnicCode      IS 'As for the actor.';
COMMENT ON COLUMN main.as_gdelt.Actor2Religion1Code   IS 'As for the actor.';
COMMENT ON COLUMN main.as_gdelt.Actor2Religion2Code   IS 'As for the actor.';
COMMENT ON COLUMN main.as_gdelt.Actor2Type1Code       IS 'As for the actor.';
COMMENT ON COLUMN main.as_gdelt.Actor2Type2Code       IS 'As for the actor.';
COMMENT ON COLUMN main.as_gdelt.Actor2Type3Code       IS 'As for the actor.';
COMMENT ON COLUMN main.as_gdelt.IsRootEvent           IS 'Always NULL: which paragraph tells an event stands in core.event_mentions.';
COMMENT ON COLUMN main.as_gdelt.EventCode             IS 'CAMEO code of type and mode.';
COMMENT ON COLUMN main.as_gdelt.EventBaseCode         IS 'Its first three digits.';
COMMENT ON COLUMN main.as_gdelt.EventRootCode         IS 'Its first two digits.';
COMMENT ON COLUMN main.as_gdelt.QuadClass             IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict, of the PLOVER type.';
COMMENT ON COLUMN main.as_gdelt.GoldsteinScale        IS 'PLOVER conflict-cooperation score, -10 to 10; not Goldstein''s own.';
COMMENT ON COLUMN main.as_gdelt.NumMentions           IS 'How often the article tells it.';
COMMENT ON COLUMN main.as_gdelt.NumSources            IS 'Always 1: a row is one article''s report.';
COMMENT ON COLUMN main.as_gdelt.NumArticles           IS 'Always 1: a row is one article''s report.';
COMMENT ON COLUMN main.as_gdelt.AvgTone               IS 'Always NULL: tone is not measured.';
COMMENT ON COLUMN main.as_gdelt.Actor1Geo_Type        IS 'Always NULL: only acts are located, not the parties.';
COMMENT ON COLUMN main.as_gdelt.Actor1Geo_FullName    IS 'Always NULL: only acts are located, not the parties.';
COMMENT ON COLUMN main.as_gdelt.Actor1Geo_CountryCode IS 'Always NULL: only acts are located, not the parties.';
COMMENT ON COLUMN main.as_gdelt.Actor1Geo_ADM1Code    IS 'Always NULL: only acts are located, not the parties.';
COMMENT ON COLUMN main.as_gdelt.Actor1Geo_ADM2Code    IS 'Always NULL: only acts are located, not the parties.';
COMMENT ON COLUMN main.as_gdelt.Actor1Geo_Lat         IS 'Always NULL: only acts are located, not the parties.';
COMMENT ON COLUMN main.as_gdelt.Actor1Geo_Long        IS 'Always NULL: only acts are located, not the parties.';
COMMENT ON COLUMN main.as_gdelt.Actor1Geo_FeatureID   IS 'Always NULL: only acts are located, not the parties.';
COMMENT ON COLUMN main.as_gdelt.Actor2Geo_Type        IS 'Always NULL: only acts are located, not the parties.';
COMMENT ON COLUMN main.as_gdelt.Actor2Geo_FullName    IS 'Always NULL: only acts are located, not the parties.';
COMMENT ON COLUMN main.as_gdelt.Actor2Geo_CountryCode IS 'Always NULL: only acts are located, not the parties.';
COMMENT ON COLUMN main.as_gdelt.Actor2Geo_ADM1Code    IS 'Always NULL: only acts are located, not the parties.';
COMMENT ON COLUMN main.as_gdelt.Actor2Geo_ADM2Code    IS 'Always NULL: only acts are located, not the parties.';
COMMENT ON COLUMN main.as_gdelt.Actor2Geo_Lat         IS 'Always NULL: only acts are located, not the parties.';
COMMENT ON COLUMN main.as_gdelt.Actor2Geo_Long        IS 'Always NULL: only acts are located, not the parties.';
COMMENT ON COLUMN main.as_gdelt.Actor2Geo_FeatureID   IS 'Always NULL: only acts are located, not the parties.';
COMMENT ON COLUMN main.as_gdelt.ActionGeo_Type        IS '1 country, 2 US state, 3 US city, 4 other city, 5 other state, by the precision of the place; NULL when not known.';
COMMENT ON COLUMN main.as_gdelt.ActionGeo_FullName    IS 'Place; NULL when not known.';
COMMENT ON COLUMN main.as_gdelt.ActionGeo_CountryCode IS 'ISO 3166 alpha-3 code of the place''s country; GDELT''s own is FIPS.';
COMMENT ON COLUMN main.as_gdelt.ActionGeo_ADM1Code    IS 'Always NULL: GDELT''s are FIPS codes; the name stands in events.admin1.';
COMMENT ON COLUMN main.as_gdelt.ActionGeo_ADM2Code    IS 'Always NULL: GDELT''s are GAUL codes.';
COMMENT ON COLUMN main.as_gdelt.ActionGeo_Lat         IS 'Degrees north, WGS 84.';
COMMENT ON COLUMN main.as_gdelt.ActionGeo_Long        IS 'Degrees east, WGS 84.';
COMMENT ON COLUMN main.as_gdelt.ActionGeo_FeatureID   IS 'Always NULL: GDELT''s are GNS and GNIS ids; GeoNames'' stand in core.events.';
COMMENT ON COLUMN main.as_gdelt.DATEADDED             IS 'Publication day of the article as YYYYMMDD000000.';
COMMENT ON COLUMN main.as_gdelt.SOURCEURL             IS 'Canonical address of the article; NULL when not known.';
