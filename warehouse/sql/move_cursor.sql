-- Move a source's cursor: source, position, batch id, when the batch was spooled.
-- Batches may be loaded late and out of order; an older one never moves the cursor back.
INSERT INTO meta.cursors VALUES (?, ?, ?, ?)
ON CONFLICT (source) DO UPDATE
SET position = excluded.position, batch_id = excluded.batch_id, updated_at = excluded.updated_at
WHERE excluded.updated_at >= cursors.updated_at;
