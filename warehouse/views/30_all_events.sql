-- Everything the articles say of acts, whatever its status, worked out from the tables.
CREATE VIEW core.told_events AS
WITH parties AS (
    SELECT
        extraction_id,
        event_id,
        list(coalesce(party_name, party_text) ORDER BY party_index) FILTER (role = 'actor') AS actors,
        list(country_code ORDER BY party_index) FILTER (role = 'actor') AS actor_countries,
        list(sector ORDER BY party_index) FILTER (role = 'actor') AS actor_sectors,
        list(party_text ORDER BY party_index) FILTER (role = 'actor') AS actor_words,
        list(coalesce(party_name, party_text) ORDER BY party_index) FILTER (role = 'recipient') AS recipients,
        list(country_code ORDER BY party_index) FILTER (role = 'recipient') AS recipient_countries,
        list(sector ORDER BY party_index) FILTER (role = 'recipient') AS recipient_sectors,
        list(party_text ORDER BY party_index) FILTER (role = 'recipient') AS recipient_words
    FROM core.event_parties
    GROUP BY extraction_id, event_id
),
-- Several numbers of one kind on one event are bounds of one number, not to be added; a toll over time is none of them.
counts AS (
    SELECT
        event_quantities.extraction_id,
        event_quantities.event_id,
        max(count_min) FILTER (count_type = 'killed') AS killed_min,
        max(count_max) FILTER (count_type = 'killed') AS killed_max,
        bool_or(count_max IS NULL) FILTER (count_type = 'killed') AS killed_open,
        max(count_min) FILTER (count_type = 'wounded') AS wounded_min,
        max(count_max) FILTER (count_type = 'wounded') AS wounded_max,
        bool_or(count_max IS NULL) FILTER (count_type = 'wounded') AS wounded_open,
        max(count_min) FILTER (count_type = 'displaced') AS displaced_min,
        max(count_max) FILTER (count_type = 'displaced') AS displaced_max,
        bool_or(count_max IS NULL) FILTER (count_type = 'displaced') AS displaced_open
    FROM core.event_quantities
    JOIN core.quantities USING (extraction_id, quantity_id)
    WHERE NOT is_cumulative
    GROUP BY event_quantities.extraction_id, event_quantities.event_id
),
tellings AS (
    SELECT
        extraction_id,
        event_id,
        count(*) AS mentions,
        min(sentence_index) FILTER (mention_index = 0) AS sentence_index,
        min(trigger_text) FILTER (mention_index = 0) AS trigger_text
    FROM core.event_mentions
    GROUP BY extraction_id, event_id
)
SELECT
    events.event_id,
    articles_current.article_id,
    events.time_start::DATE AS event_date,
    (events.time_end - INTERVAL 1 MICROSECOND)::DATE AS event_date_end,
    events.time_precision AS date_precision,
    events.time_text AS date_text,
    events.time_method AS date_method,
    events.event_type,
    events.event_mode,
    events.quad_class,
    coalesce(of_mode.plover_score, of_type.plover_score) AS plover_score,
    events.status,
    coalesce(parties.actors, []) AS actors,
    coalesce(parties.actor_countries, []) AS actor_countries,
    coalesce(parties.actor_sectors, []) AS actor_sectors,
    array_to_string(
        list_filter(actor_words, lambda words, place: list_position(actor_words, words) = place), '; '
    ) AS actor_text,
    array_to_string(
        list_transform(
            list_filter(parties.actors, lambda name, place: list_position(parties.actors, name) = place),
            lambda name: name || CASE WHEN len(list_filter(parties.actors, lambda same: same = name)) > 1 THEN coalesce(
                ' (' || nullif(array_to_string(
                    list_filter(parties.actor_countries, lambda country, place: actors[place] = name), ', '
                ), '') || ')', ''
            ) ELSE '' END
        ), '; '
    ) AS actor_names,
    coalesce(parties.recipients, []) AS recipients,
    coalesce(parties.recipient_countries, []) AS recipient_countries,
    coalesce(parties.recipient_sectors, []) AS recipient_sectors,
    array_to_string(
        list_filter(recipient_words, lambda words, place: list_position(recipient_words, words) = place), '; '
    ) AS recipient_text,
    array_to_string(
        list_transform(
            list_filter(parties.recipients, lambda name, place: list_position(parties.recipients, name) = place),
            lambda name: name || CASE WHEN len(list_filter(parties.recipients, lambda same: same = name)) > 1 THEN coalesce(
                ' (' || nullif(array_to_string(
                    list_filter(parties.recipient_countries, lambda country, place: recipients[place] = name), ', '
                ), '') || ')', ''
            ) ELSE '' END
        ), '; '
    ) AS recipient_names,
    events.attributed_to,
    events.contexts,
    events.place_name,
    events.place_part,
    events.place_latitude AS latitude,
    events.place_longitude AS longitude,
    events.place_country AS country_code,
    events.place_admin1 AS admin1,
    events.place_precision,
    counts.killed_min,
    CASE WHEN NOT counts.killed_open THEN counts.killed_max END AS killed_max,
    counts.wounded_min,
    CASE WHEN NOT counts.wounded_open THEN counts.wounded_max END AS wounded_max,
    counts.displaced_min,
    CASE WHEN NOT counts.displaced_open THEN counts.displaced_max END AS displaced_max,
    sentences.sentence_text AS sentence,
    tellings.trigger_text,
    tellings.mentions,
    articles_current.title,
    articles_current.document,
    articles_current.url,
    articles_current.published_date,
    events.confidence,
    events.rule_id,
    articles_current.extractor_version,
    events.extraction_id
FROM core.events
JOIN core.articles_current USING (extraction_id)
JOIN tellings USING (extraction_id, event_id)
JOIN core.sentences USING (extraction_id, sentence_index)
LEFT JOIN parties USING (extraction_id, event_id)
LEFT JOIN counts USING (extraction_id, event_id)
LEFT JOIN core.plover_scores AS of_mode
    ON of_mode.event_type = events.event_type AND of_mode.event_mode = events.event_mode
LEFT JOIN core.plover_scores AS of_type
    ON of_type.event_type = events.event_type AND of_type.event_mode IS NULL;
COMMENT ON VIEW core.told_events IS 'One row per event an article reports, of every status, worked out from the tables.';
COMMENT ON COLUMN core.told_events.event_id            IS 'Stable id: the same act told by the same sentence of the article keeps it.';
COMMENT ON COLUMN core.told_events.article_id          IS 'Article that reports it.';
COMMENT ON COLUMN core.told_events.event_date          IS 'First day it happened on; NULL when the start is open or not known.';
COMMENT ON COLUMN core.told_events.event_date_end      IS 'Last day it happened on; NULL when the end is open.';
COMMENT ON COLUMN core.told_events.date_precision      IS 'minute, daypart, day, week, month, quarter, year or open.';
COMMENT ON COLUMN core.told_events.date_text           IS 'Words that give the date; NULL when it was inferred.';
COMMENT ON COLUMN core.told_events.date_method         IS 'How the date was found: clause, sentence, context, publication or unknown.';
COMMENT ON COLUMN core.told_events.event_type          IS 'PLOVER 2.0 event type.';
COMMENT ON COLUMN core.told_events.event_mode          IS 'PLOVER 2.0 mode; NULL when none is said.';
COMMENT ON COLUMN core.told_events.quad_class          IS 'verbal cooperation, material cooperation, verbal conflict or material conflict.';
COMMENT ON COLUMN core.told_events.plover_score        IS 'PLOVER conflict-cooperation score of type and mode, -10 to 10.';
COMMENT ON COLUMN core.told_events.status              IS 'actual, claimed, threatened, denied, planned, hypothetical or negated.';
COMMENT ON COLUMN core.told_events.actors              IS 'Who did it: canonical names, else the words; empty when not told.';
COMMENT ON COLUMN core.told_events.actor_countries     IS 'ISO 3166 alpha-3 or IGO, UNO, EUR, NGO, ISM, IMG, MNC of each actor, NULL within where not resolved.';
COMMENT ON COLUMN core.told_events.actor_sectors       IS 'PLOVER 2.0 sector of each actor, NULL within where not resolved.';
COMMENT ON COLUMN core.told_events.actor_text          IS 'The actors in the words of the article, each wording once.';
COMMENT ON COLUMN core.told_events.actor_names         IS 'The actors to read, each name once; several that share one are told apart by their countries.';
COMMENT ON COLUMN core.told_events.recipients          IS 'To whom: canonical names, else the words; empty when not told.';
COMMENT ON COLUMN core.told_events.recipient_countries IS 'Country of each recipient, as for actors.';
COMMENT ON COLUMN core.told_events.recipient_sectors   IS 'PLOVER 2.0 sector of each recipient, NULL within where not resolved.';
COMMENT ON COLUMN core.told_events.recipient_text      IS 'The recipients in the words of the article, each wording once.';
COMMENT ON COLUMN core.told_events.recipient_names     IS 'The recipients to read, each name once; several that share one are told apart by their countries.';
COMMENT ON COLUMN core.told_events.attributed_to       IS 'Who says so; NULL when the article does in its own voice.';
COMMENT ON COLUMN core.told_events.contexts            IS 'PLOVER 2.0 contexts.';
COMMENT ON COLUMN core.told_events.place_name          IS 'Place; NULL when not known.';
COMMENT ON COLUMN core.told_events.place_part          IS 'Part of the place: eastern.';
COMMENT ON COLUMN core.told_events.latitude            IS 'Degrees north, WGS 84.';
COMMENT ON COLUMN core.told_events.longitude           IS 'Degrees east, WGS 84.';
COMMENT ON COLUMN core.told_events.country_code        IS 'ISO 3166 alpha-3 code of the place''s country.';
COMMENT ON COLUMN core.told_events.admin1              IS 'First-level administrative unit of the place.';
COMMENT ON COLUMN core.told_events.place_precision     IS 'UCDP where_prec: 1 exact … 6 country, 7 international.';
COMMENT ON COLUMN core.told_events.killed_min          IS 'Lowest number killed in this event; NULL when no number is told.';
COMMENT ON COLUMN core.told_events.killed_max          IS 'Highest number killed; NULL when open or no number is told.';
COMMENT ON COLUMN core.told_events.wounded_min         IS 'Lowest number wounded; NULL when no number is told.';
COMMENT ON COLUMN core.told_events.wounded_max         IS 'Highest number wounded; NULL when open or no number is told.';
COMMENT ON COLUMN core.told_events.displaced_min       IS 'Lowest number displaced; NULL when no number is told.';
COMMENT ON COLUMN core.told_events.displaced_max       IS 'Highest number displaced; NULL when open or no number is told.';
COMMENT ON COLUMN core.told_events.sentence            IS 'Sentence that tells it first.';
COMMENT ON COLUMN core.told_events.trigger_text        IS 'Words in the sentence that tell the act.';
COMMENT ON COLUMN core.told_events.mentions            IS 'How often the article tells it.';
COMMENT ON COLUMN core.told_events.title               IS 'Title of the article.';
COMMENT ON COLUMN core.told_events.document            IS 'File name or URL of the article.';
COMMENT ON COLUMN core.told_events.url                 IS 'Canonical address of the article.';
COMMENT ON COLUMN core.told_events.published_date      IS 'Publication date of the article, not of the event.';
COMMENT ON COLUMN core.told_events.confidence          IS 'How sure the rule is, 0 to 1; an order, not a calibrated probability.';
COMMENT ON COLUMN core.told_events.rule_id             IS 'Rule that read it.';
COMMENT ON COLUMN core.told_events.extractor_version   IS 'Extractor that read it.';
COMMENT ON COLUMN core.told_events.extraction_id       IS 'Extraction; joins to core.* tables.';

-- What people read. The published copy keeps these rows in a table, core.kept_events, and reads them from there.
CREATE VIEW main.all_events AS
FROM core.told_events;
COMMENT ON VIEW main.all_events IS 'One row per event an article reports, of every status: also what was denied, planned, hypothetical or negated. Warning: counts reports, not happenings. Warning: holds what was only denied, planned or supposed.';
COMMENT ON COLUMN main.all_events.event_id            IS 'Stable id: the same act told by the same sentence of the article keeps it.';
COMMENT ON COLUMN main.all_events.article_id          IS 'Article that reports it.';
COMMENT ON COLUMN main.all_events.event_date          IS 'First day it happened on; NULL when the start is open or not known.';
COMMENT ON COLUMN main.all_events.event_date_end      IS 'Last day it happened on; NULL when the end is open.';
COMMENT ON COLUMN main.all_events.date_precision      IS 'minute, daypart, day, week, month, quarter, year or open.';
COMMENT ON COLUMN main.all_events.date_text           IS 'Words that give the date; NULL when it was inferred.';
COMMENT ON COLUMN main.all_events.date_method         IS 'How the date was found: clause, sentence, context, publication or unknown.';
COMMENT ON COLUMN main.all_events.event_type          IS 'PLOVER 2.0 event type.';
COMMENT ON COLUMN main.all_events.event_mode          IS 'PLOVER 2.0 mode; NULL when none is said.';
COMMENT ON COLUMN main.all_events.quad_class          IS 'verbal cooperation, material cooperation, verbal conflict or material conflict.';
COMMENT ON COLUMN main.all_events.plover_score        IS 'PLOVER conflict-cooperation score of type and mode, -10 to 10.';
COMMENT ON COLUMN main.all_events.status              IS 'actual, claimed, threatened, denied, planned, hypothetical or negated.';
COMMENT ON COLUMN main.all_events.actors              IS 'Who did it: canonical names, else the words; empty when not told.';
COMMENT ON COLUMN main.all_events.actor_countries     IS 'ISO 3166 alpha-3 or IGO, UNO, EUR, NGO, ISM, IMG, MNC of each actor, NULL within where not resolved.';
COMMENT ON COLUMN main.all_events.actor_sectors       IS 'PLOVER 2.0 sector of each actor, NULL within where not resolved.';
COMMENT ON COLUMN main.all_events.actor_text          IS 'The actors in the words of the article, each wording once.';
COMMENT ON COLUMN main.all_events.actor_names         IS 'The actors to read, each name once; several that share one are told apart by their countries.';
COMMENT ON COLUMN main.all_events.recipients          IS 'To whom: canonical names, else the words; empty when not told.';
COMMENT ON COLUMN main.all_events.recipient_countries IS 'Country of each recipient, as for actors.';
COMMENT ON COLUMN main.all_events.recipient_sectors   IS 'PLOVER 2.0 sector of each recipient, NULL within where not resolved.';
COMMENT ON COLUMN main.all_events.recipient_text      IS 'The recipients in the words of the article, each wording once.';
COMMENT ON COLUMN main.all_events.recipient_names     IS 'The recipients to read, each name once; several that share one are told apart by their countries.';
COMMENT ON COLUMN main.all_events.attributed_to       IS 'Who says so; NULL when the article does in its own voice.';
COMMENT ON COLUMN main.all_events.contexts            IS 'PLOVER 2.0 contexts.';
COMMENT ON COLUMN main.all_events.place_name          IS 'Place; NULL when not known.';
COMMENT ON COLUMN main.all_events.place_part          IS 'Part of the place: eastern.';
COMMENT ON COLUMN main.all_events.latitude            IS 'Degrees north, WGS 84.';
COMMENT ON COLUMN main.all_events.longitude           IS 'Degrees east, WGS 84.';
COMMENT ON COLUMN main.all_events.country_code        IS 'ISO 3166 alpha-3 code of the place''s country.';
COMMENT ON COLUMN main.all_events.admin1              IS 'First-level administrative unit of the place.';
COMMENT ON COLUMN main.all_events.place_precision     IS 'UCDP where_prec: 1 exact … 6 country, 7 international.';
COMMENT ON COLUMN main.all_events.killed_min          IS 'Lowest number killed in this event; NULL when no number is told.';
COMMENT ON COLUMN main.all_events.killed_max          IS 'Highest number killed; NULL when open or no number is told.';
COMMENT ON COLUMN main.all_events.wounded_min         IS 'Lowest number wounded; NULL when no number is told.';
COMMENT ON COLUMN main.all_events.wounded_max         IS 'Highest number wounded; NULL when open or no number is told.';
COMMENT ON COLUMN main.all_events.displaced_min       IS 'Lowest number displaced; NULL when no number is told.';
COMMENT ON COLUMN main.all_events.displaced_max       IS 'Highest number displaced; NULL when open or no number is told.';
COMMENT ON COLUMN main.all_events.sentence            IS 'Sentence that tells it first.';
COMMENT ON COLUMN main.all_events.trigger_text        IS 'Words in the sentence that tell the act.';
COMMENT ON COLUMN main.all_events.mentions            IS 'How often the article tells it.';
COMMENT ON COLUMN main.all_events.title               IS 'Title of the article.';
COMMENT ON COLUMN main.all_events.document            IS 'File name or URL of the article.';
COMMENT ON COLUMN main.all_events.url                 IS 'Canonical address of the article.';
COMMENT ON COLUMN main.all_events.published_date      IS 'Publication date of the article, not of the event.';
COMMENT ON COLUMN main.all_events.confidence          IS 'How sure the rule is, 0 to 1; an order, not a calibrated probability.';
COMMENT ON COLUMN main.all_events.rule_id             IS 'Rule that read it.';
COMMENT ON COLUMN main.all_events.extractor_version   IS 'Extractor that read it.';
COMMENT ON COLUMN main.all_events.extraction_id       IS 'Extraction; joins to core.* tables.';
