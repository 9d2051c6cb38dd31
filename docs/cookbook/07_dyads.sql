-- Who acts towards whom, and how hostile are they?
SELECT actor_country, recipient_country, sum(reports)::BIGINT AS reports, min(lowest_score) AS lowest_score,
    round(sum(mean_score * reports) / sum(reports), 2) AS mean_score, max(highest_score) AS highest_score
FROM dyads
WHERE actor_country IS NOT NULL AND recipient_country IS NOT NULL
GROUP BY ALL
ORDER BY reports DESC, actor_country, recipient_country;
