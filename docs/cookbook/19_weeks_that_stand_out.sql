-- Which weeks differ from the four weeks before, where there is enough to compare with?
SELECT week_date, country_code, event_type, reports, mean_4_weeks, ratio_4_weeks
FROM trends
WHERE ratio_4_weeks IS NOT NULL
ORDER BY ratio_4_weeks DESC, week_date, country_code, event_type;
