-- Which words support the killing of the two nurses, and where do they stand in the article?
SELECT events.event_type, mentions.mention_index, mentions.trigger_text, mentions.trigger_offset, mentions.clause_text
FROM events
JOIN core.event_mentions AS mentions USING (extraction_id, event_id)
WHERE events.sentence LIKE '%two nurses were killed%'
ORDER BY events.event_type, mentions.mention_index;
