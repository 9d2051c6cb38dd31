-- What was looked at, day by day: silence in the events means little where nothing was read.
CREATE VIEW main.coverage AS
WITH days AS (
    SELECT polled_at::DATE AS coverage_date, 'polls' AS what, count(*) AS times FROM meta.polls GROUP BY ALL
    UNION ALL
    SELECT polled_at::DATE, 'polls_failed', count(*) FROM meta.polls WHERE outcome = 'failed' GROUP BY ALL
    UNION ALL
    SELECT sighted_at::DATE, 'articles_named', count(*) FROM meta.sightings GROUP BY ALL
    UNION ALL
    SELECT visited_at::DATE, 'visits', count(*) FROM meta.visits GROUP BY ALL
    UNION ALL
    SELECT visited_at::DATE, 'visits_failed', count(*) FROM meta.visits
    WHERE outcome IN ('refused', 'unavailable') GROUP BY ALL
    UNION ALL
    SELECT recorded_at::DATE, 'pages', count(*) FROM raw.pages GROUP BY ALL
    UNION ALL
    SELECT recorded_at::DATE, 'pages_quarantined', count(DISTINCT page_id) FROM core.readings
    WHERE outcome = 'quarantined' GROUP BY ALL
    UNION ALL
    SELECT published_date, 'articles_published', count(*) FROM core.articles_current
    WHERE published_date IS NOT NULL GROUP BY ALL
    UNION ALL
    SELECT event_date, 'reports', count(*) FROM main.events WHERE event_date = event_date_end GROUP BY ALL
)
SELECT
    coverage_date,
    coalesce(sum(times) FILTER (what = 'polls'), 0)::BIGINT AS polls,
    coalesce(sum(times) FILTER (what = 'polls_failed'), 0)::BIGINT AS polls_failed,
    coalesce(sum(times) FILTER (what = 'articles_named'), 0)::BIGINT AS articles_named,
    coalesce(sum(times) FILTER (what = 'visits'), 0)::BIGINT AS visits,
    coalesce(sum(times) FILTER (what = 'visits_failed'), 0)::BIGINT AS visits_failed,
    coalesce(sum(times) FILTER (what = 'pages'), 0)::BIGINT AS pages,
    coalesce(sum(times) FILTER (what = 'pages_quarantined'), 0)::BIGINT AS pages_quarantined,
    coalesce(sum(times) FILTER (what = 'articles_published'), 0)::BIGINT AS articles_published,
    coalesce(sum(times) FILTER (what = 'reports'), 0)::BIGINT AS reports
FROM days
GROUP BY coverage_date;
COMMENT ON VIEW main.coverage IS 'One row per day on which something was polled, read, published or reported to have happened. Warning: leaves out what is not dated that exactly.';
COMMENT ON COLUMN main.coverage.coverage_date      IS 'Day, UTC; of the polling, reading, publication or event, each for its own column.';
COMMENT ON COLUMN main.coverage.polls              IS 'Times a source was asked for news.';
COMMENT ON COLUMN main.coverage.polls_failed       IS 'Of the polls, those without an answer.';
COMMENT ON COLUMN main.coverage.articles_named     IS 'Articles that sources named for the first time.';
COMMENT ON COLUMN main.coverage.visits             IS 'Times an article was asked for.';
COMMENT ON COLUMN main.coverage.visits_failed      IS 'Of the visits, those refused or unavailable.';
COMMENT ON COLUMN main.coverage.pages              IS 'Pages recorded.';
COMMENT ON COLUMN main.coverage.pages_quarantined  IS 'Pages in which no article was found.';
COMMENT ON COLUMN main.coverage.articles_published IS 'Articles published that day, of those held now.';
COMMENT ON COLUMN main.coverage.reports            IS 'Events reported to have happened that day.';
