-- The newest poll of each source.
SELECT * EXCLUDE (poll_id, batch_id, recorded_at)
FROM meta.polls
QUALIFY row_number() OVER (PARTITION BY source_name ORDER BY polled_at DESC, poll_id) = 1;
