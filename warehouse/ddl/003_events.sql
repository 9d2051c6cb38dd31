-- What the articles say: who did what to whom, when, where, how many, and who says so.
-- An event and everything on it hang on an extraction; event_id alone names what was said where.
CREATE TABLE core.events (
    extraction_id      UUID      NOT NULL,
    event_id           UUID      NOT NULL,
    event_index        INTEGER   NOT NULL,
    event_type         VARCHAR   NOT NULL CHECK (event_type IN (
        'AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT',
        'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT')),
    event_mode         VARCHAR,
    quad_class         VARCHAR   NOT NULL CHECK (quad_class IN (
        'verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict')),
    status             VARCHAR   NOT NULL CHECK (status IN ('actual', 'claimed', 'threatened', 'denied', 'planned', 'hypothetical', 'negated')),
    time_start         TIMESTAMP,
    time_end           TIMESTAMP CHECK (time_end >= time_start),
    time_precision     VARCHAR   NOT NULL CHECK (time_precision IN ('minute', 'daypart', 'day', 'week', 'month', 'quarter', 'year', 'open')),
    time_value         VARCHAR,
    time_text          VARCHAR,
    time_offset        INTEGER,
    time_method        VARCHAR   NOT NULL CHECK (time_method IN ('clause', 'sentence', 'context', 'publication', 'unknown')),
    place_name         VARCHAR,
    place_part         VARCHAR,
    place_text         VARCHAR,
    place_offset       INTEGER,
    place_latitude     DOUBLE    CHECK (place_latitude BETWEEN -90 AND 90),
    place_longitude    DOUBLE    CHECK (place_longitude BETWEEN -180 AND 180),
    place_country      VARCHAR,
    place_admin1       VARCHAR,
    place_precision    INTEGER   CHECK (place_precision BETWEEN 1 AND 7),
    place_gazetteer    VARCHAR,
    place_gazetteer_id VARCHAR,
    place_method       VARCHAR,
    contexts           VARCHAR[] NOT NULL,
    attributed_to      VARCHAR,
    attribution_cue    VARCHAR,
    rule_id            VARCHAR   NOT NULL,
    confidence         DOUBLE    NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    batch_id           UUID      NOT NULL
);
COMMENT ON TABLE  core.events IS 'One row per event an extraction reports. Counts reports, not happenings.';
COMMENT ON COLUMN core.events.extraction_id      IS 'Extraction it was read in.';
COMMENT ON COLUMN core.events.event_id           IS 'Hash of article, sentence, trigger words and type: the same act told by the same sentence keeps its id when another extractor or a later revision reads it.';
COMMENT ON COLUMN core.events.event_index        IS 'Position among the events of the extraction, from 0.';
COMMENT ON COLUMN core.events.event_type         IS 'PLOVER 2.0 event type.';
COMMENT ON COLUMN core.events.event_mode         IS 'PLOVER 2.0 mode of the type; NULL when none is said.';
COMMENT ON COLUMN core.events.quad_class         IS 'PLOVER quad class of the type.';
COMMENT ON COLUMN core.events.status             IS 'actual, claimed and threatened are events; denied, planned, hypothetical and negated are records of what was said.';
COMMENT ON COLUMN core.events.time_start         IS 'First moment, whole days unless the precision is finer; NULL when the start is open.';
COMMENT ON COLUMN core.events.time_end           IS 'First moment after the end (half-open); NULL when the end is open.';
COMMENT ON COLUMN core.events.time_precision     IS 'minute, daypart, day, week, month, quarter, year or open.';
COMMENT ON COLUMN core.events.time_value         IS 'TIMEX3 value of the words, as 2016-12-06 or 2016-W49; NULL when no words give the time.';
COMMENT ON COLUMN core.events.time_text          IS 'Words that give the time; NULL when it was inferred.';
COMMENT ON COLUMN core.events.time_offset        IS 'Offset of those words in the article''s text, in code points.';
COMMENT ON COLUMN core.events.time_method        IS 'How the time was found: clause, sentence, context, publication or unknown.';
COMMENT ON COLUMN core.events.place_name         IS 'Name of the place; NULL when no place is known.';
COMMENT ON COLUMN core.events.place_part         IS 'Part of the place that is meant: eastern, Old City; NULL for the whole.';
COMMENT ON COLUMN core.events.place_text         IS 'Words that name the place; NULL when it was inferred.';
COMMENT ON COLUMN core.events.place_offset       IS 'Offset of those words in the article''s text, in code points.';
COMMENT ON COLUMN core.events.place_latitude     IS 'Degrees north, WGS 84.';
COMMENT ON COLUMN core.events.place_longitude    IS 'Degrees east, WGS 84.';
COMMENT ON COLUMN core.events.place_country      IS 'ISO 3166 alpha-3 code of the country the place lies in.';
COMMENT ON COLUMN core.events.place_admin1       IS 'First-level administrative unit the place lies in.';
COMMENT ON COLUMN core.events.place_precision    IS 'UCDP where_prec: 1 exact, 2 near, 3 second-level unit, 4 first-level unit, 5 line or area, 6 country, 7 international.';
COMMENT ON COLUMN core.events.place_gazetteer    IS 'Gazetteer the place was found in.';
COMMENT ON COLUMN core.events.place_gazetteer_id IS 'Id of the place in that gazetteer.';
COMMENT ON COLUMN core.events.place_method       IS 'How the place was found; NULL when no place is known.';
COMMENT ON COLUMN core.events.contexts           IS 'PLOVER 2.0 contexts; empty when none applies.';
COMMENT ON COLUMN core.events.attributed_to      IS 'Who says so; NULL when the article does in its own voice.';
COMMENT ON COLUMN core.events.attribution_cue    IS 'Word that attributes it: said, according to.';
COMMENT ON COLUMN core.events.rule_id            IS 'Rule that read it.';
COMMENT ON COLUMN core.events.confidence         IS 'How sure the rule is, 0 to 1; an order, not a calibrated probability.';
COMMENT ON COLUMN core.events.batch_id           IS 'Batch that brought it.';

CREATE TABLE core.event_parties (
    extraction_id UUID    NOT NULL,
    event_id      UUID    NOT NULL,
    role          VARCHAR NOT NULL CHECK (role IN ('actor', 'recipient')),
    party_index   INTEGER NOT NULL,
    party_text    VARCHAR NOT NULL,
    party_name    VARCHAR,
    country_code  VARCHAR,
    sector        VARCHAR CHECK (sector IN (
        'COP', 'GOV', 'JUD', 'LEG', 'MIL', 'PRM', 'PTY', 'REB', 'SPY', 'UAF', 'UNK',
        'AGR', 'BUS', 'CRM', 'CVL', 'EDU', 'ELI', 'JRN', 'LAB', 'MED', 'REF', 'OPP', 'PRE', 'REL', 'SOC')),
    span_text     VARCHAR,
    span_offset   INTEGER,
    party_method  VARCHAR NOT NULL,
    batch_id      UUID    NOT NULL
);
COMMENT ON TABLE  core.event_parties IS 'One row per party of an event and role.';
COMMENT ON COLUMN core.event_parties.extraction_id IS 'Extraction of the event.';
COMMENT ON COLUMN core.event_parties.event_id      IS 'Event.';
COMMENT ON COLUMN core.event_parties.role          IS 'actor: who did it. recipient: to whom.';
COMMENT ON COLUMN core.event_parties.party_index   IS 'Position within the role, from 0.';
COMMENT ON COLUMN core.event_parties.party_text    IS 'The party in the words of the article.';
COMMENT ON COLUMN core.event_parties.party_name    IS 'Canonical name; NULL when the party is not known.';
COMMENT ON COLUMN core.event_parties.country_code  IS 'ISO 3166 alpha-3, or IGO, UNO, EUR, NGO, ISM, IMG, MNC; NULL when not resolved.';
COMMENT ON COLUMN core.event_parties.sector        IS 'PLOVER 2.0 sector; NULL when not resolved.';
COMMENT ON COLUMN core.event_parties.span_text     IS 'Words the party was read from; NULL when it was inferred from context.';
COMMENT ON COLUMN core.event_parties.span_offset   IS 'Offset of those words in the article''s text, in code points.';
COMMENT ON COLUMN core.event_parties.party_method  IS 'How the party was found.';
COMMENT ON COLUMN core.event_parties.batch_id      IS 'Batch that brought it.';

CREATE TABLE core.event_mentions (
    extraction_id  UUID    NOT NULL,
    event_id       UUID    NOT NULL,
    mention_index  INTEGER NOT NULL,
    sentence_index INTEGER NOT NULL,
    trigger_text   VARCHAR NOT NULL,
    trigger_offset INTEGER NOT NULL,
    clause_text    VARCHAR NOT NULL,
    clause_offset  INTEGER NOT NULL,
    batch_id       UUID    NOT NULL
);
COMMENT ON TABLE  core.event_mentions IS 'One row per place in the text that tells an event.';
COMMENT ON COLUMN core.event_mentions.extraction_id  IS 'Extraction of the event.';
COMMENT ON COLUMN core.event_mentions.event_id       IS 'Event.';
COMMENT ON COLUMN core.event_mentions.mention_index  IS 'Position among the mentions of the event; 0 is its evidence.';
COMMENT ON COLUMN core.event_mentions.sentence_index IS 'Sentence of the extraction.';
COMMENT ON COLUMN core.event_mentions.trigger_text   IS 'Words that tell the act.';
COMMENT ON COLUMN core.event_mentions.trigger_offset IS 'Offset of those words in the article''s text, in code points.';
COMMENT ON COLUMN core.event_mentions.clause_text    IS 'Clause around them.';
COMMENT ON COLUMN core.event_mentions.clause_offset  IS 'Offset of the clause in the article''s text, in code points.';
COMMENT ON COLUMN core.event_mentions.batch_id       IS 'Batch that brought it.';

CREATE TABLE core.quantities (
    extraction_id      UUID      NOT NULL,
    quantity_id        UUID      NOT NULL,
    quantity_index     INTEGER   NOT NULL,
    count_type         VARCHAR   NOT NULL CHECK (count_type IN (
        'killed', 'wounded', 'displaced', 'evacuated', 'trapped', 'arrested', 'missing', 'casualties', 'victims',
        'to_be_evacuated', 'territory_share_pct', 'displaced_share_pct')),
    count_min          BIGINT,
    count_max          BIGINT    CHECK (count_max >= count_min),
    qualifier          VARCHAR   NOT NULL,
    quantity_text      VARCHAR   NOT NULL,
    quantity_offset    INTEGER   NOT NULL,
    sentence_index     INTEGER   NOT NULL,
    who                VARCHAR,
    unit               VARCHAR,
    time_start         TIMESTAMP,
    time_end           TIMESTAMP CHECK (time_end >= time_start),
    time_precision     VARCHAR   CHECK (time_precision IN ('minute', 'daypart', 'day', 'week', 'month', 'quarter', 'year', 'open')),
    time_value         VARCHAR,
    time_text          VARCHAR,
    time_offset        INTEGER,
    time_method        VARCHAR   CHECK (time_method IN ('clause', 'sentence', 'context', 'publication', 'unknown')),
    is_cumulative      BOOLEAN   NOT NULL,
    place_name         VARCHAR,
    place_part         VARCHAR,
    place_text         VARCHAR,
    place_offset       INTEGER,
    place_latitude     DOUBLE    CHECK (place_latitude BETWEEN -90 AND 90),
    place_longitude    DOUBLE    CHECK (place_longitude BETWEEN -180 AND 180),
    place_country      VARCHAR,
    place_admin1       VARCHAR,
    place_precision    INTEGER   CHECK (place_precision BETWEEN 1 AND 7),
    place_gazetteer    VARCHAR,
    place_gazetteer_id VARCHAR,
    place_method       VARCHAR,
    attributed_to      VARCHAR,
    status             VARCHAR   NOT NULL CHECK (status IN ('actual', 'claimed', 'threatened', 'denied', 'planned', 'hypothetical', 'negated')),
    rule_id            VARCHAR,
    batch_id           UUID      NOT NULL
);
COMMENT ON TABLE  core.quantities IS 'One row per counted thing an extraction reports, with its bounds.';
COMMENT ON COLUMN core.quantities.extraction_id      IS 'Extraction it was read in.';
COMMENT ON COLUMN core.quantities.quantity_id        IS 'Hash of article, sentence, words and type: it keeps its id when another extractor or a later revision reads it.';
COMMENT ON COLUMN core.quantities.quantity_index     IS 'Position among the quantities of the extraction, from 0.';
COMMENT ON COLUMN core.quantities.count_type         IS 'What is counted.';
COMMENT ON COLUMN core.quantities.count_min          IS 'Lower bound; NULL when there is none ("nearly 5,000").';
COMMENT ON COLUMN core.quantities.count_max          IS 'Upper bound; NULL when it is open ("at least 400").';
COMMENT ON COLUMN core.quantities.qualifier          IS 'exact, at_least, more_than, less_than, up_to, about, range, order_of_magnitude or vague.';
COMMENT ON COLUMN core.quantities.quantity_text      IS 'Words that give the number.';
COMMENT ON COLUMN core.quantities.quantity_offset    IS 'Offset of those words in the article''s text, in code points.';
COMMENT ON COLUMN core.quantities.sentence_index     IS 'Sentence of the extraction.';
COMMENT ON COLUMN core.quantities.who                IS 'Who is counted, in the words of the article.';
COMMENT ON COLUMN core.quantities.unit               IS 'Unit, where it is not people.';
COMMENT ON COLUMN core.quantities.time_start         IS 'First moment, whole days unless the precision is finer; NULL when the start is open.';
COMMENT ON COLUMN core.quantities.time_end           IS 'First moment after the end (half-open); NULL when the end is open.';
COMMENT ON COLUMN core.quantities.time_precision     IS 'minute, daypart, day, week, month, quarter, year or open; NULL when no period is known.';
COMMENT ON COLUMN core.quantities.time_value         IS 'TIMEX3 value of the words, as 2016-12-06 or 2016-W49; NULL when no words give the time.';
COMMENT ON COLUMN core.quantities.time_text          IS 'Words that give the time; NULL when it was inferred.';
COMMENT ON COLUMN core.quantities.time_offset        IS 'Offset of those words in the article''s text, in code points.';
COMMENT ON COLUMN core.quantities.time_method        IS 'How the time was found: clause, sentence, context, publication or unknown; NULL when no period is known.';
COMMENT ON COLUMN core.quantities.is_cumulative      IS 'A toll over a long period; never add it to the counts of incidents.';
COMMENT ON COLUMN core.quantities.place_name         IS 'Name of the place; NULL when no place is known.';
COMMENT ON COLUMN core.quantities.place_part         IS 'Part of the place that is meant: eastern, Old City; NULL for the whole.';
COMMENT ON COLUMN core.quantities.place_text         IS 'Words that name the place; NULL when it was inferred.';
COMMENT ON COLUMN core.quantities.place_offset       IS 'Offset of those words in the article''s text, in code points.';
COMMENT ON COLUMN core.quantities.place_latitude     IS 'Degrees north, WGS 84.';
COMMENT ON COLUMN core.quantities.place_longitude    IS 'Degrees east, WGS 84.';
COMMENT ON COLUMN core.quantities.place_country      IS 'ISO 3166 alpha-3 code of the country the place lies in.';
COMMENT ON COLUMN core.quantities.place_admin1       IS 'First-level administrative unit the place lies in.';
COMMENT ON COLUMN core.quantities.place_precision    IS 'UCDP where_prec: 1 exact, 2 near, 3 second-level unit, 4 first-level unit, 5 line or area, 6 country, 7 international.';
COMMENT ON COLUMN core.quantities.place_gazetteer    IS 'Gazetteer the place was found in.';
COMMENT ON COLUMN core.quantities.place_gazetteer_id IS 'Id of the place in that gazetteer.';
COMMENT ON COLUMN core.quantities.place_method       IS 'How the place was found; NULL when no place is known.';
COMMENT ON COLUMN core.quantities.attributed_to      IS 'Who gives the number; NULL when the article does in its own voice.';
COMMENT ON COLUMN core.quantities.status             IS 'As for events.';
COMMENT ON COLUMN core.quantities.rule_id            IS 'Rule that read it; NULL when not told.';
COMMENT ON COLUMN core.quantities.batch_id           IS 'Batch that brought it.';

CREATE TABLE core.event_quantities (
    extraction_id UUID NOT NULL,
    event_id      UUID NOT NULL,
    quantity_id   UUID NOT NULL,
    batch_id      UUID NOT NULL
);
COMMENT ON TABLE  core.event_quantities IS 'One row per event and quantity it carries.';
COMMENT ON COLUMN core.event_quantities.extraction_id IS 'Extraction of both.';
COMMENT ON COLUMN core.event_quantities.event_id      IS 'Event that carries the number.';
COMMENT ON COLUMN core.event_quantities.quantity_id   IS 'Quantity.';
COMMENT ON COLUMN core.event_quantities.batch_id      IS 'Batch that brought it.';

CREATE TABLE core.plover_scores (
    event_type   VARCHAR NOT NULL,
    event_mode   VARCHAR,
    plover_score DOUBLE
);
COMMENT ON TABLE  core.plover_scores IS 'One row per PLOVER event type and mode, with its score.';
COMMENT ON COLUMN core.plover_scores.event_type   IS 'PLOVER 2.0 event type.';
COMMENT ON COLUMN core.plover_scores.event_mode   IS 'PLOVER 2.0 mode; NULL for the type as a whole.';
COMMENT ON COLUMN core.plover_scores.plover_score IS 'Conflict to cooperation, -10 to 10; NULL where the manual gives none.';

-- PLOVER 2.0 manual, February 2024, openeventdata/PLOVER, CC BY-SA 4.0.
INSERT INTO core.plover_scores VALUES
    ('AGREE', NULL, 2.5),
    ('CONSULT', NULL, 2.5), ('CONSULT', 'visit', 4), ('CONSULT', 'third-party', 1),
    ('CONSULT', 'multilateral', 4), ('CONSULT', 'phone', 1.5),
    ('SUPPORT', NULL, 5),
    ('CONCEDE', NULL, 4.5),
    ('COOPERATE', NULL, 9.5),
    ('AID', NULL, 10),
    ('RETREAT', NULL, 6.5), ('RETREAT', 'withdraw', 8), ('RETREAT', 'release', 6.5), ('RETREAT', 'disarm', 10),
    ('RETREAT', 'ceasefire', 7.5), ('RETREAT', 'access', 6.5), ('RETREAT', 'resign', 4.5),
    ('REQUEST', NULL, 0), ('REQUEST', 'assist', 0.5), ('REQUEST', 'change', -1), ('REQUEST', 'yield', -1),
    ('REQUEST', 'meet', 0),
    ('ACCUSE', NULL, -3), ('ACCUSE', 'disapprove', -2), ('ACCUSE', 'investigate', -3.5),
    ('ACCUSE', 'allege', -3.5),
    ('REJECT', NULL, -2), ('REJECT', 'assist', -1.5), ('REJECT', 'change', -2), ('REJECT', 'yield', -2),
    ('REJECT', 'meet', -2),
    ('THREATEN', NULL, -3.5), ('THREATEN', 'restrict', -3), ('THREATEN', 'arrest', -3.5),
    ('THREATEN', 'relations', -3.5), ('THREATEN', 'expel', -3.5), ('THREATEN', 'territory', -4),
    ('THREATEN', 'violence', -3.5),
    ('PROTEST', NULL, -5), ('PROTEST', 'demo', -5), ('PROTEST', 'riot', -7), ('PROTEST', 'strike', -5),
    ('PROTEST', 'hunger', -4.5), ('PROTEST', 'boycott', -4.5), ('PROTEST', 'obstruct', -4.5),
    ('PROTEST', 'vandalize', NULL),
    ('SANCTION', NULL, -6), ('SANCTION', 'convict', -6), ('SANCTION', 'expel', -5.5),
    ('SANCTION', 'withdraw', -6), ('SANCTION', 'discontinue', -6),
    ('MOBILIZE', NULL, -5.5), ('MOBILIZE', 'troops', -6.5), ('MOBILIZE', 'weapons', -6.5),
    ('MOBILIZE', 'police', -5.5), ('MOBILIZE', 'militia', -6),
    ('COERCE', NULL, -7), ('COERCE', 'seize', -7), ('COERCE', 'restrict', -7), ('COERCE', 'censor', -6.5),
    ('COERCE', 'curfew', -6.5), ('COERCE', 'martial-law', -7.5), ('COERCE', 'arrest', -7),
    ('COERCE', 'deport', -7), ('COERCE', 'withhold', -7), ('COERCE', 'misinformation', -6.5),
    ('COERCE', 'cyber', -7),
    ('ASSAULT', NULL, -9), ('ASSAULT', 'abduct', -8.5), ('ASSAULT', 'beat', -7.5), ('ASSAULT', 'torture', -8.5),
    ('ASSAULT', 'sexual', -8.5), ('ASSAULT', 'targeted', -9.5), ('ASSAULT', 'destroy', -8.5),
    ('ASSAULT', 'primitive', -8), ('ASSAULT', 'firearms', -9), ('ASSAULT', 'explosives', -9),
    ('ASSAULT', 'suicide-attack', -9.5), ('ASSAULT', 'aerial', -9.5), ('ASSAULT', 'drone', -9.5),
    ('ASSAULT', 'heavy-weapons', -9.5), ('ASSAULT', 'crowd-control', -7.5), ('ASSAULT', 'unconventional', -10);
