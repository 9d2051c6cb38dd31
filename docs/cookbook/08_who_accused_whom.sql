-- Who accused whom, and of what?
SELECT event_date, accuser, accuser_country, accused, accused_country, event_mode, sentence
FROM accusations
ORDER BY event_date, sentence, accuser, accuser_country, accused, event_mode;
