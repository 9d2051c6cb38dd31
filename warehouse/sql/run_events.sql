-- The headline events a run added, as a timeline: run id. Returns what a person wants to see of each.
SELECT
    events.event_date,
    events.event_type,
    events.event_mode,
    events.status,
    coalesce(events.actor_names, '') AS actors,
    coalesce(events.recipient_names, '') AS recipients,
    nullif(concat_ws(' ', events.place_part, events.place_name), '') AS place,
    events.attributed_to,
    events.sentence
FROM main.events
JOIN core.articles USING (extraction_id)
JOIN meta.batches ON batches.batch_id = articles.batch_id
WHERE batches.run_id = ?
ORDER BY events.event_date NULLS FIRST, events.document, events.sentence, events.event_type;
