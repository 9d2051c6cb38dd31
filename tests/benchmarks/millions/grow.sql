-- Articles $first to $last of $total and all that hangs on them, with their batches of $batch articles.
-- One in twenty is an edit of the one before: the same article with another last sentence. One in ten tells the story
-- of the one before in other words: the same names, places and parties.
-- Of a thousand events of the articles it is made of, $share are kept: they tell more than most news does.
CREATE OR REPLACE TEMP TABLE made AS
SELECT
    named.*,
    templates.*,
    DATE '2016-01-01' + (3652 * base // $total)::INTEGER AS day,
    DATE '2016-01-01' + (3652 * base // $total)::INTEGER - template_date AS days_later
FROM (
    SELECT
        n,
        base,
        story,
        md5('article' || n)::UUID AS extraction_id,
        md5('page' || n)::UUID AS page_id,
        md5('batch' || n // $batch)::UUID AS batch_id,
        1 + hash(story, 'template') % $templates AS position
    FROM (
        SELECT n, if(n % 20 = 19, n - 1, n) AS base, if(base % 10 = 7, base - 1, base) AS story
        FROM range($first, $last) AS numbers (n)
    )
) AS named
JOIN templates USING (position);

CREATE OR REPLACE TEMP TABLE kept AS
SELECT
    made.n,
    made.base,
    made.story,
    made.template_id,
    made.extraction_id,
    made.batch_id,
    made.days_later,
    event_index,
    row_number() OVER (PARTITION BY made.n ORDER BY event_index) - 1 AS told_index,
    md5(concat('event', base, '/', event_index))::UUID AS event_id
FROM made
JOIN template_events USING (template_id)
WHERE hash(base, event_index) % 1000 < $share;

CREATE OR REPLACE TEMP TABLE told AS
WITH drawn AS (
    SELECT
        made.n,
        made.story,
        made.extraction_id,
        made.batch_id,
        each.sentence_index,
        each.block_index,
        each.zone,
        1 + hash(if(is_last, n, base), sentence_index, 'head') % $halves AS head_position,
        1 + hash(if(is_last, n, base), sentence_index, 'tail') % $halves AS tail_position
    FROM made
    JOIN template_sentences AS each USING (template_id)
),
written AS (
    SELECT
        drawn.* EXCLUDE (head_position, tail_position, story),
        with_names(story, sentence_index, concat_ws(' ', heads.head, tails.tail)) AS sentence_text
    FROM drawn
    JOIN halves AS heads ON heads.position = head_position
    JOIN halves AS tails ON tails.position = tail_position
),
spaced AS (
    SELECT
        *,
        CASE block_index - lag(block_index) OVER in_order WHEN 0 THEN 1 WHEN 1 THEN 2 ELSE 0 END AS space
    FROM written
    WINDOW in_order AS (PARTITION BY n ORDER BY sentence_index)
)
SELECT
    * EXCLUDE (space),
    (sum(space + length(sentence_text)) OVER (PARTITION BY n ORDER BY sentence_index) - length(sentence_text))::INTEGER
        AS sentence_offset
FROM spaced;

INSERT INTO raw.pages BY NAME
SELECT
    page_id, 'dw' AS source, 'https://news.example/en/a-' || n AS name, 'https://news.example/en/a-' || base AS url,
    'text/html' AS media_type, 'utf-8' AS charset, day AS published_date, 'feed' AS published_method,
    day + INTERVAL 12 HOUR AS fetched_at, sha256(n::VARCHAR) AS body_sha256, 90000 + n % 20000 AS body_bytes,
    batch_id, day + INTERVAL 12 HOUR AS recorded_at
FROM made;

INSERT INTO core.readings BY NAME
SELECT
    md5('reading' || n)::UUID AS reading_id, page_id, '1.0.0' AS extractor_version, 'article' AS outcome, extraction_id,
    batch_id, day + INTERVAL 12 HOUR AS recorded_at
FROM made;

INSERT INTO core.articles BY NAME
WITH blocks AS (
    SELECT n, block_index, any_value(zone) AS zone, string_agg(sentence_text, ' ' ORDER BY sentence_index) AS text,
        min(sentence_offset) AS start
    FROM told
    GROUP BY n, block_index
),
texts AS (
    SELECT n, list({'zone': zone, 'text': text, 'start': start} ORDER BY block_index) AS blocks FROM blocks GROUP BY n
)
SELECT
    extraction_id, md5('told' || base)::UUID AS article_id, md5('revision' || n)::UUID AS revision_id,
    '1.0.0' AS extractor_version, 'dw:' || base AS article_key, sha256('content' || n) AS content_hash,
    'https://news.example/en/a-' || base AS document, 'https://news.example/en/a-' || base AS url, 'dw' AS source, kind,
    layout, language, kicker, blocks[1].text AS title, blocks, image_credits, authors, desk, agencies,
    day AS published_date, day + INTERVAL 9 HOUR AS published_at, date_method, day + INTERVAL (10 + n - base) HOUR AS modified_at,
    page_id, batch_id, day + INTERVAL 12 HOUR AS recorded_at
FROM made
JOIN texts USING (n)
ORDER BY n;

INSERT INTO core.sentences BY NAME
SELECT extraction_id, sentence_index, block_index, zone, sentence_text, sentence_offset, batch_id
FROM told ORDER BY n, sentence_index;

INSERT INTO core.events BY NAME
SELECT
    kept.extraction_id,
    kept.event_id,
    kept.batch_id,
    each.* EXCLUDE (template_id, event_id) REPLACE (
        told_index::INTEGER AS event_index,
        time_start + to_days(days_later::INTEGER) AS time_start,
        time_end + to_days(days_later::INTEGER) AS time_end,
        if(place_name IS NULL, NULL, places.name) AS place_name,
        if(place_latitude IS NULL, NULL, places.latitude) AS place_latitude,
        if(place_longitude IS NULL, NULL, places.longitude) AS place_longitude,
        if(place_country IS NULL, NULL, places.country) AS place_country,
        if(place_admin1 IS NULL, NULL, places.admin1) AS place_admin1,
        if(place_gazetteer_id IS NULL, NULL, places.gazetteer_id) AS place_gazetteer_id
    )
FROM kept
JOIN template_events AS each USING (template_id, event_index)
JOIN places ON places.rank = drawn(concat(story, coalesce(place_name, place_country)), $places, 20)
ORDER BY n, event_index;

INSERT INTO core.event_parties BY NAME
SELECT
    kept.extraction_id,
    kept.event_id,
    kept.batch_id,
    each.* EXCLUDE (template_id, event_index) REPLACE (
        (row_number() OVER (PARTITION BY n, kept.event_id, role ORDER BY party_index) - 1)::INTEGER AS party_index,
        if(party_name IS NULL, NULL, actors.name) AS party_name,
        if(party_name IS NULL, each.country_code, actors.country) AS country_code,
        if(party_name IS NULL, each.sector, actors.sector) AS sector
    )
FROM kept
JOIN template_parties AS each USING (template_id, event_index)
JOIN actors ON actors.rank = drawn(concat(story, party_name), $actors, 10)
ORDER BY n, event_index, role, party_index;

INSERT INTO core.event_mentions BY NAME
SELECT
    extraction_id, event_id, mention_index, sentence_index,
    substring(sentence_text, begins + 1, trigger_length) AS trigger_text, sentence_offset + begins AS trigger_offset,
    substring(sentence_text, 1, clause_length) AS clause_text, sentence_offset AS clause_offset, batch_id
FROM (
    SELECT
        *,
        least(length(trigger_text), length(sentence_text)) AS trigger_length,
        least(length(clause_text), length(sentence_text)) AS clause_length,
        (hash(base, event_index) % (1 + length(sentence_text) - trigger_length))::INTEGER AS begins
    FROM (
        SELECT told.*, kept.base, kept.event_id, kept.event_index, each.mention_index, each.trigger_text, each.clause_text
        FROM kept
        JOIN template_mentions AS each USING (template_id, event_index)
        JOIN told ON told.n = kept.n AND told.sentence_index = each.sentence_index
    )
)
ORDER BY n, event_index, mention_index;

INSERT INTO core.quantities BY NAME
SELECT
    made.extraction_id,
    md5(concat('quantity', base, '/', quantity_index))::UUID AS quantity_id,
    batch_id,
    each.* EXCLUDE (template_id) REPLACE (
        count_min + if(ends_with(count_type, 'pct'), 0, hash(base, quantity_index) % 7)::BIGINT AS count_min,
        count_max + if(ends_with(count_type, 'pct'), 0, hash(base, quantity_index) % 7)::BIGINT AS count_max,
        time_start + to_days(days_later::INTEGER) AS time_start,
        time_end + to_days(days_later::INTEGER) AS time_end,
        if(place_name IS NULL, NULL, places.name) AS place_name,
        if(place_latitude IS NULL, NULL, places.latitude) AS place_latitude,
        if(place_longitude IS NULL, NULL, places.longitude) AS place_longitude,
        if(place_country IS NULL, NULL, places.country) AS place_country,
        if(place_admin1 IS NULL, NULL, places.admin1) AS place_admin1,
        if(place_gazetteer_id IS NULL, NULL, places.gazetteer_id) AS place_gazetteer_id
    )
FROM made
JOIN template_quantities AS each USING (template_id)
JOIN places ON places.rank = drawn(concat(story, coalesce(place_name, place_country)), $places, 20)
ORDER BY n, quantity_index;

INSERT INTO core.event_quantities BY NAME
SELECT extraction_id, event_id, md5(concat('quantity', base, '/', quantity_index))::UUID AS quantity_id, batch_id
FROM kept
JOIN template_carried USING (template_id, event_index)
ORDER BY n, event_index, quantity_index;

INSERT INTO meta.batches BY NAME
WITH events AS (
    SELECT batch_id, count(*) AS events FROM kept GROUP BY batch_id
),
quantities AS (
    SELECT batch_id, count(*) AS quantities FROM made JOIN template_quantities USING (template_id) GROUP BY batch_id
)
SELECT
    batch_id, md5('run')::UUID AS run_id, 'made' AS source, min(n)::VARCHAR AS source_window,
    '1.0.0' AS extractor_version, count(*) AS pages, count(*) AS pages_new, count(*) AS articles_new,
    0 AS articles_known, 0 AS pages_quarantined, coalesce(any_value(events), 0) AS events_new,
    coalesce(any_value(quantities), 0) AS quantities_new, 0 AS issues_new, min(day) AS spooled_at,
    min(day) AS committed_at
FROM made
LEFT JOIN events USING (batch_id)
LEFT JOIN quantities USING (batch_id)
GROUP BY batch_id;
