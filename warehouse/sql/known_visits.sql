-- Which of $visit_ids are there.
SELECT visit_id
FROM meta.visits
SEMI JOIN (SELECT unnest($visit_ids::UUID[]) AS visit_id) USING (visit_id);
