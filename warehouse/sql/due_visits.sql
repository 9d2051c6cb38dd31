-- The articles to visit at $now, at most $most: never fetched ones ($first) newest first, then the longest overdue
-- of those to be looked at again ($again).
WITH newest AS (
    SELECT article_key, next_visit_at
    FROM meta.visits
    QUALIFY row_number() OVER (PARTITION BY article_key ORDER BY visited_at DESC, visit_id) = 1
)
SELECT sightings.* EXCLUDE (sighting_id, batch_id, recorded_at)
FROM meta.sightings
LEFT JOIN newest USING (article_key)
WHERE ($first AND newest.article_key IS NULL) OR ($again AND newest.next_visit_at <= $now::TIMESTAMP)
ORDER BY
    newest.article_key IS NOT NULL,
    newest.next_visit_at,
    sightings.sighted_at DESC,
    sightings.published_date DESC NULLS LAST,
    sightings.article_key
LIMIT $most;
