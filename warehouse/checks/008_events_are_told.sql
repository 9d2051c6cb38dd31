-- error: an event has no words of the article that tell it, so no view shows it
SELECT extraction_id, event_id FROM core.events ANTI JOIN core.event_mentions USING (extraction_id, event_id);
