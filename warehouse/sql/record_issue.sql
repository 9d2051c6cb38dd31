-- An issue of the warehouse itself: id, code, document, message, time. One that is known is left as it is.
INSERT INTO meta.issues BY NAME
SELECT
    ?::UUID AS issue_id,
    'error' AS level,
    ? AS code,
    ? AS document,
    ? AS message,
    '' AS extractor_version,
    ?::TIMESTAMP AS recorded_at
ON CONFLICT DO NOTHING;
