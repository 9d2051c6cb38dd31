-- How much cooperation and conflict is reported each week?
SELECT week_date, quad_class, sum(reports)::BIGINT AS reports, sum(reports_claimed)::BIGINT AS of_them_claimed
FROM weekly_counts
GROUP BY ALL
ORDER BY week_date, quad_class;
