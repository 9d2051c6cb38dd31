-- What was said in deed of words: demands, accusations, refusals, threats, agreements, support.
CREATE VIEW main.statements AS
SELECT
    event_id,
    event_date,
    date_precision,
    event_type,
    event_mode,
    quad_class,
    plover_score,
    actors AS speakers,
    actor_countries AS speaker_countries,
    recipients AS addressees,
    recipient_countries AS addressee_countries,
    status,
    attributed_to,
    sentence,
    document,
    article_id,
    extraction_id
FROM main.events
WHERE quad_class LIKE 'verbal %';
COMMENT ON VIEW main.statements IS 'One row per act of speech an article reports: every event of verbal cooperation or verbal conflict. Warning: counts reports, not happenings.';
COMMENT ON COLUMN main.statements.event_id            IS 'Stable id.';
COMMENT ON COLUMN main.statements.event_date          IS 'Day it was said; NULL when not known.';
COMMENT ON COLUMN main.statements.date_precision      IS 'minute, daypart, day, week, month, quarter, year or open.';
COMMENT ON COLUMN main.statements.event_type          IS 'AGREE, CONSULT, SUPPORT, CONCEDE, REQUEST, ACCUSE, REJECT or THREATEN.';
COMMENT ON COLUMN main.statements.event_mode          IS 'PLOVER 2.0 mode; NULL when none is said.';
COMMENT ON COLUMN main.statements.quad_class          IS 'verbal cooperation or verbal conflict.';
COMMENT ON COLUMN main.statements.plover_score        IS 'PLOVER conflict-cooperation score, -10 to 10.';
COMMENT ON COLUMN main.statements.speakers            IS 'Who spoke: canonical names, else the words; empty when not told.';
COMMENT ON COLUMN main.statements.speaker_countries   IS 'Country of each speaker, NULL within where not resolved.';
COMMENT ON COLUMN main.statements.addressees          IS 'To or of whom; empty when not told.';
COMMENT ON COLUMN main.statements.addressee_countries IS 'Country of each addressee, NULL within where not resolved.';
COMMENT ON COLUMN main.statements.status              IS 'actual, claimed or threatened.';
COMMENT ON COLUMN main.statements.attributed_to       IS 'Who says that it was said; NULL when the article does in its own voice.';
COMMENT ON COLUMN main.statements.sentence            IS 'Sentence that tells it first.';
COMMENT ON COLUMN main.statements.document            IS 'File name or URL of the article.';
COMMENT ON COLUMN main.statements.article_id          IS 'Article that reports it.';
COMMENT ON COLUMN main.statements.extraction_id       IS 'Extraction; joins to core.* tables.';

-- Who accused whom.
CREATE VIEW main.accusations AS
SELECT
    events.event_id,
    events.event_date,
    events.date_precision,
    events.event_mode,
    coalesce(accuser.party_name, accuser.party_text) AS accuser,
    accuser.country_code AS accuser_country,
    coalesce(accused.party_name, accused.party_text) AS accused,
    accused.country_code AS accused_country,
    events.status,
    events.attributed_to,
    events.sentence,
    events.document,
    events.article_id,
    events.extraction_id
FROM main.events
LEFT JOIN core.event_parties AS accuser
    ON accuser.extraction_id = events.extraction_id AND accuser.event_id = events.event_id AND accuser.role = 'actor'
LEFT JOIN core.event_parties AS accused
    ON accused.extraction_id = events.extraction_id AND accused.event_id = events.event_id AND accused.role = 'recipient'
WHERE events.event_type = 'ACCUSE';
COMMENT ON VIEW main.accusations IS 'One row per accusation, accuser and accused. Warning: counts reports, not happenings. Warning: an event with several parties counts once for each.';
COMMENT ON COLUMN main.accusations.event_id        IS 'Stable id.';
COMMENT ON COLUMN main.accusations.event_date      IS 'Day it was said; NULL when not known.';
COMMENT ON COLUMN main.accusations.date_precision  IS 'minute, daypart, day, week, month, quarter, year or open.';
COMMENT ON COLUMN main.accusations.event_mode      IS 'disapprove, investigate or allege; NULL when none is said.';
COMMENT ON COLUMN main.accusations.accuser         IS 'Canonical name, else the words; NULL when not told.';
COMMENT ON COLUMN main.accusations.accuser_country IS 'Country of the accuser; NULL when not resolved.';
COMMENT ON COLUMN main.accusations.accused         IS 'Canonical name, else the words; NULL when not told.';
COMMENT ON COLUMN main.accusations.accused_country IS 'Country of the accused; NULL when not resolved.';
COMMENT ON COLUMN main.accusations.status          IS 'actual, claimed or threatened.';
COMMENT ON COLUMN main.accusations.attributed_to   IS 'Who says that it was said; NULL when the article does in its own voice.';
COMMENT ON COLUMN main.accusations.sentence        IS 'Sentence that tells it first.';
COMMENT ON COLUMN main.accusations.document        IS 'File name or URL of the article.';
COMMENT ON COLUMN main.accusations.article_id      IS 'Article that reports it.';
COMMENT ON COLUMN main.accusations.extraction_id   IS 'Extraction; joins to core.* tables.';
