-- How did the ground change hands, by whose account?
SELECT report_date, report, parties, place_part, place_name, share_min, share_max, attributed_to, status
FROM territory
ORDER BY report_date, report, share_min, parties;
