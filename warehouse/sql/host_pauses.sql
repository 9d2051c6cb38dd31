-- Hosts (with port) that asked to be left alone beyond $now, and until when.
SELECT lower(regexp_extract(url, '^https?://([^/?#]+)', 1)) AS host, max(host_paused_at) AS paused_at
FROM (
    SELECT url, host_paused_at FROM meta.polls WHERE host_paused_at > $now::TIMESTAMP
    UNION ALL
    SELECT url, host_paused_at FROM meta.visits WHERE host_paused_at > $now::TIMESTAMP
)
GROUP BY host;
