-- Whose claims make up the news: who is given as the source of how many events?
SELECT attributed_to, count(*) AS claims, list(DISTINCT event_type ORDER BY event_type) AS event_types
FROM events
WHERE status = 'claimed'
GROUP BY attributed_to
ORDER BY claims DESC, attributed_to;
