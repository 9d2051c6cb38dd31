-- Records in the JSON of the PLOVER manual, one a row: COPY (SELECT record FROM as_plover) writes them as lines.
-- The text itself is left out, as the manual asks where its rights are not the maker's.
CREATE VIEW main.as_plover AS
WITH parties AS (
    SELECT
        extraction_id,
        event_id,
        list(
            {
                'code': country_code,
                'sector': sector,
                'actor_text': party_text,
                'identifier_text': party_name
            } ORDER BY party_index
        ) FILTER (role = 'actor') AS source,
        list(
            {
                'code': country_code,
                'sector': sector,
                'actor_text': party_text,
                'identifier_text': party_name
            } ORDER BY party_index
        ) FILTER (role = 'recipient') AS recipient
    FROM core.event_parties
    GROUP BY ALL
),
sizes AS (
    SELECT
        event_quantities.extraction_id,
        event_quantities.event_id,
        max(count_min) FILTER (count_type = 'arrested') AS arrested
    FROM core.event_quantities
    JOIN core.quantities USING (extraction_id, quantity_id)
    WHERE NOT is_cumulative
    GROUP BY ALL
)
SELECT
    events.event_id,
    to_json({
        'id': events.event_id,
        'has_event': true,
        'date': events.event_date,
        'enddate': events.event_date_end,
        'source': coalesce(parties.source, []),
        'recipient': coalesce(parties.recipient, []),
        'event': [events.event_type],
        'event_loc': CASE WHEN events.place_name IS NOT NULL THEN {
            'geonameid': CASE WHEN coded.place_gazetteer = 'geonames' THEN coded.place_gazetteer_id::BIGINT END,
            'name': events.place_name,
            'latitude': events.latitude,
            'longitude': events.longitude,
            'cc3': events.country_code
        } END,
        'event_text': [events.trigger_text],
        'quad_code': CASE events.quad_class
            WHEN 'verbal cooperation' THEN 1 WHEN 'material cooperation' THEN 2 WHEN 'verbal conflict' THEN 3 ELSE 4
        END,
        'event_scale': events.plover_score,
        'mode': events.event_mode,
        'context': events.contexts,
        'size': {'dead': events.killed_min, 'injured': events.wounded_min, 'arrested': sizes.arrested},
        'cite_info': {
            'url': events.url,
            'title': events.title,
            'language': articles.language,
            'publication': articles.source,
            'coder': 'eventwire ' || events.extractor_version,
            'codebook': 'plover-2.0'
        },
        'comment': concat_ws(', ', events.status, 'according to ' || events.attributed_to)
    }) AS record
FROM main.events
JOIN core.events AS coded USING (extraction_id, event_id)
JOIN core.articles USING (extraction_id)
LEFT JOIN parties USING (extraction_id, event_id)
LEFT JOIN sizes USING (extraction_id, event_id);
COMMENT ON VIEW main.as_plover IS 'One row per event an article reports as actual, claimed or threatened, as a PLOVER record. Warning: counts reports, not happenings. Warning: another codebook''s columns, what has no counterpart is NULL.';
COMMENT ON COLUMN main.as_plover.event_id IS 'Stable id, also in the record.';
COMMENT ON COLUMN main.as_plover.record   IS 'The event as a JSON object with the manual''s field names; sizes are lower bounds, null when not told.';
