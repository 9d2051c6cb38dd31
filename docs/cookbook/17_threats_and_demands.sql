-- Who threatened or demanded what of whom?
SELECT event_date, event_type, event_mode, speakers, addressees, sentence
FROM statements
WHERE event_type IN ('THREATEN', 'REQUEST')
ORDER BY event_date NULLS FIRST, event_type, sentence, speakers;
