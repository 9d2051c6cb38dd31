-- What happened in Aleppo, in order?
SELECT event_date, event_date_end, date_precision, place_part, who, did, to_whom, status, attributed_to
FROM timeline
WHERE place_name = 'Aleppo';
