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
    nullif(concat(actor_countries[1], actor_type), '') AS Actor1Code,
    actors[1] AS Actor1Name,
    actor_countries[1] AS Actor1CountryCode,
    actor_type AS Actor1Type1Code,
    nullif(concat(recipient_countries[1], recipient_type), '') AS Actor2Code,
    recipients[1] AS Actor2Name,
    recipient_countries[1] AS Actor2CountryCode,
    recipient_type AS Actor2Type1Code,
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
    place_name AS ActionGeo_FullName,
    country_code AS ActionGeo_CountryCode,
    latitude AS ActionGeo_Lat,
    longitude AS ActionGeo_Long,
    strftime(published_date, '%Y%m%d')::INTEGER AS DATEADDED,
    url AS SOURCEURL
FROM coded;
COMMENT ON VIEW main.as_gdelt IS 'One row per event an article reports as actual, claimed or threatened, in GDELT''s columns. Warning: counts reports, not happenings. Warning: another codebook''s columns, what has no counterpart is NULL. Warning: names only the first actor and the first recipient.';
COMMENT ON COLUMN main.as_gdelt.GlobalEventID         IS 'event_id; GDELT''s own are numbers.';
COMMENT ON COLUMN main.as_gdelt.Day                   IS 'First day of the event as YYYYMMDD; NULL when not known, GDELT would put the publication day.';
COMMENT ON COLUMN main.as_gdelt.MonthYear             IS 'First day as YYYYMM.';
COMMENT ON COLUMN main.as_gdelt.Year                  IS 'Year of the first day.';
COMMENT ON COLUMN main.as_gdelt.Actor1Code            IS 'Country and type code of the first actor.';
COMMENT ON COLUMN main.as_gdelt.Actor1Name            IS 'First actor: canonical name, else the words.';
COMMENT ON COLUMN main.as_gdelt.Actor1CountryCode     IS 'ISO 3166 alpha-3, or PLOVER''s IGO, UNO, EUR, NGO, ISM, IMG, MNC.';
COMMENT ON COLUMN main.as_gdelt.Actor1Type1Code       IS 'CAMEO type of the first actor: MED is media, HLH medical.';
COMMENT ON COLUMN main.as_gdelt.Actor2Code            IS 'Country and type code of the first recipient.';
COMMENT ON COLUMN main.as_gdelt.Actor2Name            IS 'First recipient: canonical name, else the words.';
COMMENT ON COLUMN main.as_gdelt.Actor2CountryCode     IS 'As for the actor.';
COMMENT ON COLUMN main.as_gdelt.Actor2Type1Code       IS 'As for the actor.';
COMMENT ON COLUMN main.as_gdelt.EventCode             IS 'CAMEO code of type and mode.';
COMMENT ON COLUMN main.as_gdelt.EventBaseCode         IS 'Its first three digits.';
COMMENT ON COLUMN main.as_gdelt.EventRootCode         IS 'Its first two digits.';
COMMENT ON COLUMN main.as_gdelt.QuadClass             IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict, of the PLOVER type.';
COMMENT ON COLUMN main.as_gdelt.GoldsteinScale        IS 'PLOVER conflict-cooperation score, -10 to 10; not Goldstein''s own.';
COMMENT ON COLUMN main.as_gdelt.NumMentions           IS 'How often the article tells it.';
COMMENT ON COLUMN main.as_gdelt.NumSources            IS 'Always 1: a row is one article''s report.';
COMMENT ON COLUMN main.as_gdelt.NumArticles           IS 'Always 1: a row is one article''s report.';
COMMENT ON COLUMN main.as_gdelt.AvgTone               IS 'Always NULL: tone is not measured.';
COMMENT ON COLUMN main.as_gdelt.ActionGeo_FullName    IS 'Place; NULL when not known.';
COMMENT ON COLUMN main.as_gdelt.ActionGeo_CountryCode IS 'ISO 3166 alpha-3 code of the place''s country; GDELT''s own is FIPS.';
COMMENT ON COLUMN main.as_gdelt.ActionGeo_Lat         IS 'Degrees north, WGS 84.';
COMMENT ON COLUMN main.as_gdelt.ActionGeo_Long        IS 'Degrees east, WGS 84.';
COMMENT ON COLUMN main.as_gdelt.DATEADDED             IS 'Publication day of the article as YYYYMMDD.';
COMMENT ON COLUMN main.as_gdelt.SOURCEURL             IS 'Canonical address of the article; NULL when not known.';
