-- Which of the readings are in the warehouse: their ids.
SELECT reading_id FROM core.readings SEMI JOIN (SELECT unnest(?::UUID[]) AS reading_id) USING (reading_id);
