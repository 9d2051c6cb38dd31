-- Articles a person may mean by $wanted: exact names first; parts of file name, address or title only if none is exact.
-- Returns extraction id, document and title of each.
WITH ranked AS (
    SELECT
        extraction_id,
        document,
        title,
        CASE
            WHEN lower($wanted) IN (
                article_id::VARCHAR, lower(article_key), lower(document), lower(url), lower(title),
                lower(split_part(article_key, ':', 2)), lower(parse_filename(document)), lower(parse_filename(document, true))
            ) THEN 1
            WHEN contains(lower(document), lower($wanted))
                OR contains(lower(title), lower($wanted))
                OR contains(lower(coalesce(url, '')), lower($wanted)) THEN 2
        END AS nearness
    FROM core.articles_current
)
SELECT extraction_id, document, title
FROM ranked
WHERE nearness = (SELECT min(nearness) FROM ranked)
ORDER BY document, title;
