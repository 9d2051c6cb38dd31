-- Events as the scorer of gold files reads them: every status, last day inclusive, the part before the place's name.
SELECT
    'event' AS kind,
    document,
    sentence,
    trigger_text AS "trigger",
    event_type AS "type",
    event_mode AS "mode",
    status,
    coalesce((
        SELECT list({'text': party_text, 'country': country_code, 'sector': sector} ORDER BY party_index)
        FROM core.event_parties AS party
        WHERE party.extraction_id = all_events.extraction_id AND party.event_id = all_events.event_id AND role = 'actor'
    ), []) AS actors,
    coalesce((
        SELECT list({'text': party_text, 'country': country_code, 'sector': sector} ORDER BY party_index)
        FROM core.event_parties AS party
        WHERE party.extraction_id = all_events.extraction_id AND party.event_id = all_events.event_id AND role = 'recipient'
    ), []) AS recipients,
    event_date AS date_start,
    event_date_end AS date_end,
    nullif(concat_ws(' ', place_part, place_name), '') AS place,
    country_code AS place_country,
    attributed_to,
    coalesce((
        SELECT list({'type': count_type, 'lower': count_min, 'upper': count_max} ORDER BY quantity_index)
        FROM core.event_quantities AS carried
        JOIN core.quantities USING (extraction_id, quantity_id)
        WHERE carried.extraction_id = all_events.extraction_id AND carried.event_id = all_events.event_id
    ), []) AS counts,
    confidence,
    rule_id
FROM main.all_events
ORDER BY document, event_date, event_id;
