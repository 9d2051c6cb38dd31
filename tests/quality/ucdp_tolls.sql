-- Tolls the articles report beside the deaths UCDP counts at the same place in the same days.
-- Parameter: UCDP GED events as CSV. One row per reported toll of killed people that has a place and a period.
-- UCDP is summed over events within 15 km whose days lie inside the period; it is a check of order, not of equality:
-- UCDP's civilians are by dyad and not by killer, and "unknown" holds dead of whom no source says what they were.
WITH tolls AS (
    SELECT document, quantity_text, count_min, count_max, period_start, period_end, attributed_to, latitude, longitude
    FROM quantities
    WHERE count_type = 'killed' AND period_start IS NOT NULL AND latitude IS NOT NULL
),
deaths AS (
    SELECT date_start, date_end, deaths_civilians, deaths_unknown, best, low, high, latitude, longitude
    FROM read_csv(?)
)
SELECT
    tolls.quantity_text,
    tolls.count_min,
    tolls.count_max,
    tolls.period_start,
    tolls.period_end,
    count(deaths.best) AS ucdp_events,
    sum(deaths.deaths_civilians) AS ucdp_civilians,
    sum(deaths.deaths_unknown) AS ucdp_unknown,
    sum(deaths.best) AS ucdp_best
FROM tolls
LEFT JOIN deaths
    ON deaths.date_start >= tolls.period_start::DATE
    AND deaths.date_end <= tolls.period_end::DATE
    AND 111.2 * sqrt(
        (deaths.latitude - tolls.latitude) ** 2
        + ((deaths.longitude - tolls.longitude) * cos(radians(tolls.latitude))) ** 2
    ) <= 15
GROUP BY ALL
ORDER BY tolls.period_start, tolls.count_min DESC;
