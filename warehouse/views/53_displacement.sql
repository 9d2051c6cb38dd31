-- People who fled, were moved or cannot leave.
CREATE VIEW main.displacement AS
SELECT
    count_type,
    count_min,
    count_max,
    quantity_text,
    who,
    attributed_to,
    status,
    actors AS driven_by,
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
WHERE count_type IN ('displaced', 'displaced_share_pct', 'evacuated', 'trapped') AND status IN ('actual', 'claimed');
COMMENT ON VIEW main.displacement IS 'One row per number of people displaced, evacuated or trapped that an article gives as actual or claimed. Warning: never add or average claims. Warning: never add cumulative tolls to others.';
COMMENT ON COLUMN main.displacement.count_type     IS 'displaced, displaced_share_pct, evacuated or trapped; a share is in per cent.';
COMMENT ON COLUMN main.displacement.count_min      IS 'Lower bound; NULL when there is none ("nearly 5,000").';
COMMENT ON COLUMN main.displacement.count_max      IS 'Upper bound; NULL when it is open ("at least 400").';
COMMENT ON COLUMN main.displacement.quantity_text  IS 'Words that give the number.';
COMMENT ON COLUMN main.displacement.who            IS 'Who is counted, in the words of the article.';
COMMENT ON COLUMN main.displacement.attributed_to  IS 'Who gives the number; NULL when the article does in its own voice.';
COMMENT ON COLUMN main.displacement.status         IS 'actual or claimed.';
COMMENT ON COLUMN main.displacement.driven_by      IS 'Actors of the event that carries the number; empty when none is told.';
COMMENT ON COLUMN main.displacement.place_name     IS 'Place; NULL when not known.';
COMMENT ON COLUMN main.displacement.place_part     IS 'Part of the place: eastern.';
COMMENT ON COLUMN main.displacement.country_code   IS 'ISO 3166 alpha-3 code of the place''s country.';
COMMENT ON COLUMN main.displacement.period_start   IS 'First day of the period; NULL when open or not known.';
COMMENT ON COLUMN main.displacement.period_end     IS 'Last day of the period; NULL when open or not known.';
COMMENT ON COLUMN main.displacement.is_cumulative  IS 'A number over a long period.';
COMMENT ON COLUMN main.displacement.sentence       IS 'Sentence that gives it.';
COMMENT ON COLUMN main.displacement.document       IS 'File name or URL of the article.';
COMMENT ON COLUMN main.displacement.published_date IS 'Publication date of the article.';
COMMENT ON COLUMN main.displacement.event_id       IS 'Event that carries the number; NULL when none does.';
COMMENT ON COLUMN main.displacement.article_id     IS 'Article that gives it.';
COMMENT ON COLUMN main.displacement.quantity_id    IS 'Stable id of the number.';
COMMENT ON COLUMN main.displacement.extraction_id  IS 'Extraction; joins to core.* tables.';
