-- Which of $sighting_ids are there.
SELECT sighting_id
FROM meta.sightings
SEMI JOIN (SELECT unnest($sighting_ids::UUID[]) AS sighting_id) USING (sighting_id);
