-- Pages whose bytes are kept, of the ids given, in the order of their ids.
SELECT
    page_id, source, name, url, media_type, charset, published_date, published_method, fetched_at, body_gzip
FROM raw.pages
WHERE page_id IN (SELECT unnest(?::UUID[])) AND body_gzip IS NOT NULL
ORDER BY page_id;
