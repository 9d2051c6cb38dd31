-- Who did it and to whom, a row each.
CREATE VIEW main.event_parties AS
SELECT
    event_parties.event_id,
    articles_current.article_id,
    events.event_type,
    events.status,
    event_parties.role,
    event_parties.party_index,
    event_parties.party_text,
    event_parties.party_name,
    event_parties.country_code,
    event_parties.sector,
    event_parties.party_method,
    event_parties.extraction_id
FROM core.event_parties
JOIN core.events USING (extraction_id, event_id)
JOIN core.articles_current USING (extraction_id);
COMMENT ON VIEW main.event_parties IS 'One row per party of an event and role, events of every status. Warning: holds what was only denied, planned or supposed.';
COMMENT ON COLUMN main.event_parties.event_id      IS 'Event.';
COMMENT ON COLUMN main.event_parties.article_id    IS 'Article that reports it.';
COMMENT ON COLUMN main.event_parties.event_type    IS 'PLOVER 2.0 type of the event.';
COMMENT ON COLUMN main.event_parties.status        IS 'Status of the event; count only actual, claimed and threatened.';
COMMENT ON COLUMN main.event_parties.role          IS 'actor: who did it. recipient: to whom.';
COMMENT ON COLUMN main.event_parties.party_index   IS 'Position within the role, from 0.';
COMMENT ON COLUMN main.event_parties.party_text    IS 'The party in the words of the article.';
COMMENT ON COLUMN main.event_parties.party_name    IS 'Canonical name; NULL when the party is not known.';
COMMENT ON COLUMN main.event_parties.country_code  IS 'ISO 3166 alpha-3, or IGO, UNO, EUR, NGO, ISM, IMG, MNC; NULL when not resolved.';
COMMENT ON COLUMN main.event_parties.sector        IS 'PLOVER 2.0 sector; NULL when not resolved.';
COMMENT ON COLUMN main.event_parties.party_method  IS 'How the party was found.';
COMMENT ON COLUMN main.event_parties.extraction_id IS 'Extraction; joins to core.* tables.';
