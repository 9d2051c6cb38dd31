-- Which tolls are given for the same people, place and period, and how far apart are they?
SELECT count_type, who, blamed, place_name, period_start, period_end, lowest_min, highest_max, claims, claimants
FROM toll_ranges
ORDER BY period_start, period_end, count_type, who, blamed;
