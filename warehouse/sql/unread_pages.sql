-- Pages that no extractor has read: id, and whether their bytes are kept.
SELECT page_id, body_gzip IS NOT NULL FROM raw.pages ANTI JOIN core.readings USING (page_id) ORDER BY page_id;
