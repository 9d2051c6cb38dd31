-- Which known parties act most, and which are acted upon?
SELECT role, party_name, party_country, sum(reports)::BIGINT AS reports
FROM weekly_party_counts
WHERE party_name IS NOT NULL
GROUP BY ALL
ORDER BY reports DESC, role, party_name;
