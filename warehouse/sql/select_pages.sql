-- A chunk of pages whose bytes are kept, in the order of their ids: last id seen, largest number of pages.
SELECT
    page_id, source, name, url, media_type, charset, published_date, published_method, fetched_at, body_gzip
FROM raw.pages
WHERE page_id > ? AND body_gzip IS NOT NULL
ORDER BY page_id
LIMIT ?;
