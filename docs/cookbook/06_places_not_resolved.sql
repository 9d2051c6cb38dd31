-- Which events have no place, or one that is not on the map?
SELECT event_type, event_date, actor_text, place_name, sentence
FROM events
WHERE latitude IS NULL
ORDER BY event_date NULLS FIRST, event_type, sentence, actor_text;
