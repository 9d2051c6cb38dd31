-- How many people fled, when, from where, and who says so?
SELECT count_type, count_min, count_max, place_part, place_name, period_start, period_end, driven_by, attributed_to, sentence
FROM displacement
ORDER BY published_date, period_start, count_type, count_min;
