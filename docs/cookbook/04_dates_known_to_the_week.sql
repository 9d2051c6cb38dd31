-- Which events are known only to the week, the month or less?
SELECT date_precision, event_date, event_date_end, date_text, event_type, sentence
FROM events
WHERE date_precision NOT IN ('minute', 'daypart', 'day')
ORDER BY date_precision, event_date NULLS FIRST, event_type, sentence;
