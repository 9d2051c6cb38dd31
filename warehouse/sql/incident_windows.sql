-- The types and windows of days in which reports came or went, as temporary table windows, with the reports there now.
-- $step, $length: days from one window to the next, days in one. $longest: an event as long as that is never joined.
CREATE OR REPLACE TEMP TABLE windows AS
WITH touched AS (
    SELECT DISTINCT event_type, unnest(if(day % $step < $length - $step, [day // $step - 1, day // $step], [day // $step])) AS "window"
    FROM (SELECT event_type, event_date - DATE '0001-01-01' + 1 AS day FROM changed WHERE event_date_end - event_date < $longest)
),
days AS (
    SELECT event_type, "window", DATE '0001-01-01' + ("window" * $step + unnest(range($length)) - 1)::INTEGER AS event_date
    FROM touched
),
told AS (
    SELECT event_type, event_date, count(*) AS reports FROM main.events WHERE event_date_end - event_date < $longest GROUP BY ALL
)
SELECT event_type, "window", sum(coalesce(reports, 0))::BIGINT AS reports
FROM days
LEFT JOIN told USING (event_type, event_date)
GROUP BY ALL;
