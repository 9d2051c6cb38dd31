-- What tells acts apart, of the events in the table windows from window $first to $last, of $step and $length days.
-- $longest: an event as long as that is never joined. Returns one row per event: its extraction, then the fields of
-- Report as far as they are told in columns.
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
SEMI JOIN (
    SELECT event_type, DATE '0001-01-01' + ("window" * $step + unnest(range($length)) - 1)::INTEGER AS event_date
    FROM windows
    WHERE "window" BETWEEN $first AND $last
) AS days USING (event_type, event_date)
WHERE event_date_end - event_date < $longest;
