-- What cannot both be true: numbers of the same thing whose bounds do not meet, acts affirmed here and denied there.
CREATE VIEW main.contradictions AS
SELECT
    'number' AS kind,
    one.count_type AS subject,
    one.period_end AS subject_date,
    one.place_name,
    concat_ws(' ', one.who, one.quantity_text) AS first_text,
    one.attributed_to AS first_attributed_to,
    one.document AS first_document,
    concat_ws(' ', other.who, other.quantity_text) AS second_text,
    other.attributed_to AS second_attributed_to,
    other.document AS second_document,
    one.quantity_id AS first_id,
    other.quantity_id AS second_id
FROM core.located_quantities AS one
JOIN core.located_quantities AS other
    ON one.count_type = other.count_type
    AND one.period_end = other.period_end
    AND one.period_start IS NOT DISTINCT FROM other.period_start
    AND one.place_name = other.place_name
    AND one.place_part IS NOT DISTINCT FROM other.place_part
    AND lower(one.who) = lower(other.who)
    AND one.actors = other.actors
    AND one.count_max < other.count_min
WHERE one.status IN ('actual', 'claimed') AND other.status IN ('actual', 'claimed')
UNION ALL
SELECT DISTINCT
    'act',
    affirmed.event_type,
    affirmed.event_date,
    coalesce(affirmed.place_name, denied.place_name),
    affirmed.sentence,
    affirmed.attributed_to,
    affirmed.document,
    denied.sentence,
    denied.attributed_to,
    denied.document,
    affirmed.event_id,
    denied.event_id
FROM (SELECT *, unnest(actors) AS actor FROM main.all_events WHERE status IN ('actual', 'claimed')) AS affirmed
JOIN (SELECT *, unnest(actors) AS actor FROM main.all_events WHERE status IN ('denied', 'negated')) AS denied
    ON affirmed.event_type = denied.event_type
    AND affirmed.event_mode IS NOT DISTINCT FROM denied.event_mode
    AND affirmed.event_date = denied.event_date
    AND affirmed.event_date_end IS NOT DISTINCT FROM denied.event_date_end
    AND affirmed.actor = denied.actor
    AND coalesce(affirmed.place_name = denied.place_name, true)
    AND (
        list_has_any(affirmed.recipients, denied.recipients)
        OR (len(affirmed.recipients) = 0 AND len(denied.recipients) = 0)
    );
COMMENT ON VIEW main.contradictions IS 'One row per pair of statements on the same thing and time that cannot both be true. Warning: a contradiction of words, not a verdict.';
COMMENT ON COLUMN main.contradictions.kind                 IS 'number: bounds that do not meet. act: affirmed by one, denied or negated by the other.';
COMMENT ON COLUMN main.contradictions.subject              IS 'What it is about: count_type or event_type.';
COMMENT ON COLUMN main.contradictions.subject_date         IS 'Day both are about.';
COMMENT ON COLUMN main.contradictions.place_name           IS 'Place; NULL when not known.';
COMMENT ON COLUMN main.contradictions.first_text           IS 'The lower number, or the sentence that affirms the act.';
COMMENT ON COLUMN main.contradictions.first_attributed_to  IS 'Who says so; NULL when the article does in its own voice.';
COMMENT ON COLUMN main.contradictions.first_document       IS 'File name or URL of the article.';
COMMENT ON COLUMN main.contradictions.second_text          IS 'The higher number, or the sentence that denies the act.';
COMMENT ON COLUMN main.contradictions.second_attributed_to IS 'Who says so; NULL when the article does in its own voice.';
COMMENT ON COLUMN main.contradictions.second_document      IS 'File name or URL of the article.';
COMMENT ON COLUMN main.contradictions.first_id             IS 'quantity_id or event_id.';
COMMENT ON COLUMN main.contradictions.second_id            IS 'quantity_id or event_id.';
