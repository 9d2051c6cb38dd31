-- The newest visit to each of the articles $article_keys.
SELECT * EXCLUDE (visit_id, batch_id, recorded_at)
FROM meta.visits
WHERE article_key IN (SELECT unnest($article_keys::VARCHAR[]))
QUALIFY row_number() OVER (PARTITION BY article_key ORDER BY visited_at DESC, visit_id) = 1;
