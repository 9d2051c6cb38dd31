-- What tells acts apart, of the events in $events. Returns one row per event: its extraction, then the fields of Report
-- as far as they are told in columns.
SELECT
    extraction_id,
    event_id,
    article_id,
    event_type,
    event_date,
    event_date_end,
    place_name,
    latitude,
    longitude,
    place_precision,
    actors,
    list_filter(actor_countries, lambda country: country IS NOT NULL),
    array_to_string(recipients, chr(10)),
    killed_min,
    killed_max,
    wounded_min,
    wounded_max
FROM main.events
WHERE event_id IN (SELECT unnest($events::UUID[]));
