-- Move a source's cursor: source, position, batch id, when the batch was spooled.
-- Batches may be loaded late and out of order; an older one never moves the cursor back.
MERGE INTO meta.cursors USING (
    SELECT ? AS source, ? AS position, ?::UUID AS batch_id, ?::TIMESTAMP AS updated_at
) AS moved ON cursors.source = moved.source
WHEN MATCHED AND moved.updated_at >= cursors.updated_at THEN
    UPDATE SET position = moved.position, batch_id = moved.batch_id, updated_at = moved.updated_at
WHEN NOT MATCHED THEN INSERT VALUES (moved.source, moved.position, moved.batch_id, moved.updated_at);
