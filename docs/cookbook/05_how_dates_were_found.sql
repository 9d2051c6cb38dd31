-- How many events are dated by words of the article, and how many only by its publication?
SELECT date_method, date_precision, count(*) AS reports
FROM events
GROUP BY ALL
ORDER BY reports DESC, date_method, date_precision;
