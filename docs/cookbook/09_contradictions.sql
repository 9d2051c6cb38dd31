-- Where do reports contradict one another?
SELECT kind, subject, subject_date, place_name, first_text, first_attributed_to, second_text, second_attributed_to
FROM contradictions
ORDER BY ALL;
