-- Each week against what is usual. Weeks without a report count as zero, but only from the first week articles were published.
CREATE VIEW main.trends AS
WITH covered AS (
    SELECT
        min(date_trunc('week', published_date))::DATE AS first_week,
        max(date_trunc('week', published_date))::DATE AS last_week
    FROM core.articles_current
),
weekly AS (
    SELECT week_date, country_code, event_type, sum(reports)::BIGINT AS reports
    FROM main.weekly_counts
    GROUP BY ALL
),
filled AS (
    SELECT
        weeks.week_date,
        weeks.first_week,
        series.country_code,
        series.event_type,
        coalesce(weekly.reports, 0) AS reports
    FROM (
        SELECT unnest(generate_series(first_week, last_week, INTERVAL 7 DAY))::DATE AS week_date, first_week FROM covered
    ) AS weeks
    CROSS JOIN (SELECT DISTINCT country_code, event_type FROM weekly) AS series
    LEFT JOIN weekly
        ON weekly.week_date = weeks.week_date
        AND weekly.country_code IS NOT DISTINCT FROM series.country_code
        AND weekly.event_type = series.event_type
),
compared AS (
    SELECT
        *,
        CASE WHEN week_date >= first_week + 28 THEN avg(reports) OVER past_4 END AS mean_4_weeks,
        CASE WHEN week_date >= first_week + 364 THEN avg(reports) OVER past_52 END AS mean_52_weeks
    FROM filled
    WINDOW
        past_4 AS (PARTITION BY country_code, event_type ORDER BY week_date ROWS BETWEEN 4 PRECEDING AND 1 PRECEDING),
        past_52 AS (PARTITION BY country_code, event_type ORDER BY week_date ROWS BETWEEN 52 PRECEDING AND 1 PRECEDING)
)
SELECT
    week_date,
    country_code,
    event_type,
    reports,
    mean_4_weeks,
    mean_52_weeks,
    -- Below 5 a week chance alone often doubles or halves a count, so no ratio is given.
    CASE WHEN mean_4_weeks >= 5 THEN reports / mean_4_weeks END AS ratio_4_weeks,
    CASE WHEN mean_52_weeks >= 5 THEN reports / mean_52_weeks END AS ratio_52_weeks
FROM compared;
COMMENT ON VIEW main.trends IS 'One row per week, country and event type from the first to the last week articles were published in. Warning: counts reports, not happenings. Warning: leaves out what is not dated that exactly.';
COMMENT ON COLUMN main.trends.week_date      IS 'Monday of the week the events happened in.';
COMMENT ON COLUMN main.trends.country_code   IS 'ISO 3166 alpha-3 code of the place''s country; NULL when the place is not known.';
COMMENT ON COLUMN main.trends.event_type     IS 'PLOVER 2.0 event type.';
COMMENT ON COLUMN main.trends.reports        IS 'Events reported, 0 when none.';
COMMENT ON COLUMN main.trends.mean_4_weeks   IS 'Mean of the 4 weeks before; NULL when they are not all covered.';
COMMENT ON COLUMN main.trends.mean_52_weeks  IS 'Mean of the 52 weeks before; NULL when they are not all covered.';
COMMENT ON COLUMN main.trends.ratio_4_weeks  IS 'Reports divided by that mean; NULL when it is below 5 reports a week, too few to compare with.';
COMMENT ON COLUMN main.trends.ratio_52_weeks IS 'The same against 52 weeks.';
