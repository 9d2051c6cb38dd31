-- For which days is there news at all, and how much?
SELECT coverage_date, articles_published, reports
FROM coverage
WHERE articles_published > 0 OR reports > 0
ORDER BY coverage_date;
