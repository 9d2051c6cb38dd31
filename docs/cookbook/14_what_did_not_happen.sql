-- What was denied, negated, planned or only supposed, and so is counted nowhere?
SELECT status, event_type, actor_text, recipient_text, attributed_to, sentence
FROM all_events
WHERE status NOT IN ('actual', 'claimed', 'threatened')
ORDER BY status, event_type, sentence, actor_text;
