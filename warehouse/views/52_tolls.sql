-- Every number of people harmed, with its bounds, who gives it and who is said to have done it.
CREATE VIEW main.tolls AS
SELECT
    count_type,
    count_min,
    count_max,
    quantity_text,
    who,
    attributed_to,
    status,
    actors AS blamed,
    place_name,
    place_part,
    country_code,
    period_start,
    period_end,
    is_cumulative,
    sentence,
    document,
    published_date,
    event_id,
    article_id,
    quantity_id,
    extraction_id
FROM core.located_quantities
WHERE count_type IN ('killed', 'wounded', 'missing', 'casualties', 'victims', 'arrested') AND status IN ('actual', 'claimed');
COMMENT ON VIEW main.tolls IS 'One row per number of people killed, wounded, missing, arrested or otherwise harmed that an article gives as actual or claimed. Warning: never add or average claims. Warning: never add cumulative tolls to others.';
COMMENT ON COLUMN main.tolls.count_type     IS 'killed, wounded, missing, casualties, victims or arrested.';
COMMENT ON COLUMN main.tolls.count_min      IS 'Lower bound; NULL when there is none ("nearly 5,000").';
COMMENT ON COLUMN main.tolls.count_max      IS 'Upper bound; NULL when it is open ("at least 400").';
COMMENT ON COLUMN main.tolls.quantity_text  IS 'Words that give the number.';
COMMENT ON COLUMN main.tolls.who            IS 'Who is counted, in the words of the article.';
COMMENT ON COLUMN main.tolls.attributed_to  IS 'Who gives the number; NULL when the article does in its own voice.';
COMMENT ON COLUMN main.tolls.status         IS 'actual or claimed.';
COMMENT ON COLUMN main.tolls.blamed         IS 'Actors of the event that carries the number; empty when none is told.';
COMMENT ON COLUMN main.tolls.place_name     IS 'Place; NULL when not known.';
COMMENT ON COLUMN main.tolls.place_part     IS 'Part of the place: eastern.';
COMMENT ON COLUMN main.tolls.country_code   IS 'ISO 3166 alpha-3 code of the place''s country.';
COMMENT ON COLUMN main.tolls.period_start   IS 'First day of the period; NULL when open or not known.';
COMMENT ON COLUMN main.tolls.period_end     IS 'Last day of the period; NULL when open or not known.';
COMMENT ON COLUMN main.tolls.is_cumulative  IS 'A number over a long period.';
COMMENT ON COLUMN main.tolls.sentence       IS 'Sentence that gives it.';
COMMENT ON COLUMN main.tolls.document       IS 'File name or URL of the article.';
COMMENT ON COLUMN main.tolls.published_date IS 'Publication date of the article.';
COMMENT ON COLUMN main.tolls.event_id       IS 'Event that carries the number; NULL when none does.';
COMMENT ON COLUMN main.tolls.article_id     IS 'Article that gives it.';
COMMENT ON COLUMN main.tolls.quantity_id    IS 'Stable id of the number.';
COMMENT ON COLUMN main.tolls.extraction_id  IS 'Extraction; joins to core.* tables.';

-- What is claimed of the same people, place and period side by side.
CREATE VIEW main.toll_ranges AS
SELECT
    count_type,
    lower(who) AS who,
    blamed,
    place_name,
    place_part,
    country_code,
    period_start,
    period_end,
    bool_or(is_cumulative) AS is_cumulative,
    min(count_min) AS lowest_min,
    CASE WHEN count(count_max) = count(*) THEN max(count_max) END AS highest_max,
    count(*) AS claims,
    count(DISTINCT article_id) AS articles,
    list(
        {'attributed_to': attributed_to, 'count_min': count_min, 'count_max': count_max, 'published_date': published_date}
        ORDER BY published_date, attributed_to, count_min, quantity_id
    ) AS claimants
FROM main.tolls
GROUP BY count_type, lower(who), blamed, place_name, place_part, country_code, period_start, period_end;
COMMENT ON VIEW main.toll_ranges IS 'One row per kind of harm, people counted, party blamed, place and period, with every claim side by side. Warning: never add or average claims. Warning: never add cumulative tolls to others.';
COMMENT ON COLUMN main.toll_ranges.count_type    IS 'killed, wounded, missing, casualties, victims or arrested.';
COMMENT ON COLUMN main.toll_ranges.who           IS 'Who is counted, in lower case.';
COMMENT ON COLUMN main.toll_ranges.blamed        IS 'Actors of the event that carries the numbers; empty when none is told.';
COMMENT ON COLUMN main.toll_ranges.place_name    IS 'Place; NULL when not known.';
COMMENT ON COLUMN main.toll_ranges.place_part    IS 'Part of the place: eastern.';
COMMENT ON COLUMN main.toll_ranges.country_code  IS 'ISO 3166 alpha-3 code of the place''s country.';
COMMENT ON COLUMN main.toll_ranges.period_start  IS 'First day of the period; NULL when open or not known.';
COMMENT ON COLUMN main.toll_ranges.period_end    IS 'Last day of the period; NULL when open or not known.';
COMMENT ON COLUMN main.toll_ranges.is_cumulative IS 'A toll over a long period.';
COMMENT ON COLUMN main.toll_ranges.lowest_min    IS 'Lowest of the lower bounds.';
COMMENT ON COLUMN main.toll_ranges.highest_max   IS 'Highest of the upper bounds; NULL when one of them is open.';
COMMENT ON COLUMN main.toll_ranges.claims        IS 'How often a number is given.';
COMMENT ON COLUMN main.toll_ranges.articles      IS 'Articles that give one.';
COMMENT ON COLUMN main.toll_ranges.claimants     IS 'Who gives which bounds in an article of which day, oldest first; without attribution the article says so itself.';
