-- Events of one extraction in text order. Returns the sentence's index, then the fields of ShownEvent in their order.
SELECT
    mention.sentence_index,
    all_events.event_id::VARCHAR,
    all_events.event_type,
    all_events.event_mode,
    all_events.status,
    all_events.actor_names,
    all_events.recipient_names,
    all_events.event_date,
    all_events.event_date_end,
    all_events.date_precision,
    nullif(concat_ws(' ', all_events.place_part, all_events.place_name), ''),
    all_events.attributed_to,
    all_events.trigger_text,
    all_events.mentions,
    all_events.confidence
FROM main.all_events
JOIN core.event_mentions AS mention USING (extraction_id, event_id)
WHERE mention.mention_index = 0 AND all_events.extraction_id = ?
ORDER BY mention.sentence_index, mention.trigger_offset, all_events.event_id;
