-- Who has claimed what toll for Aleppo, and for when?
SELECT count_type, who, count_min, count_max, quantity_text, attributed_to, blamed, period_start, period_end, published_date
FROM tolls
WHERE place_name = 'Aleppo'
ORDER BY published_date, period_start, count_type, count_min;
