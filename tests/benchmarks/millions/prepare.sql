-- What articles are made of, taken from those that were read: `read` is attached, `places` and `actors` are there.
-- A rank is drawn so that the first are met far more often than the last, as in the news.
CREATE MACRO drawn(key, size, flat) AS
    1 + floor(flat * (pow(size / flat + 1, hash(key) / 18446744073709551616.0) - 1))::BIGINT;

CREATE TEMP TABLE templates AS
SELECT
    row_number() OVER (ORDER BY extraction_id) AS position,
    extraction_id AS template_id,
    published_date AS template_date,
    kind, layout, language, kicker, image_credits, authors, desk, agencies, date_method
FROM read.core.articles
WHERE published_date IS NOT NULL;

-- Halves of sentences: two together make a sentence of the right length that no other article has.
CREATE TEMP TABLE halves AS
SELECT
    row_number() OVER (ORDER BY extraction_id, sentence_index) AS position,
    array_to_string(words[: (len(words) + 1) // 2], ' ') AS head,
    array_to_string(words[(len(words) + 1) // 2 + 1 :], ' ') AS tail
FROM (
    SELECT extraction_id, sentence_index, string_split(sentence_text, ' ') AS words
    FROM read.core.sentences
    WHERE zone = 'paragraph'
)
WHERE len(words) > 3;

CREATE TEMP TABLE template_sentences AS
SELECT
    extraction_id AS template_id,
    sentence_index,
    dense_rank() OVER (PARTITION BY extraction_id ORDER BY block_index) - 1 AS block_index,
    zone,
    sentence_index = max(sentence_index) OVER (PARTITION BY extraction_id) AS is_last
FROM read.core.sentences;

CREATE TEMP TABLE template_events AS
SELECT extraction_id AS template_id, * EXCLUDE (extraction_id, batch_id) FROM read.core.events;

CREATE TEMP TABLE template_parties AS
SELECT extraction_id AS template_id, event_index, event_parties.* EXCLUDE (extraction_id, event_id, batch_id)
FROM read.core.event_parties JOIN read.core.events USING (extraction_id, event_id);

CREATE TEMP TABLE template_mentions AS
SELECT extraction_id AS template_id, event_index, event_mentions.* EXCLUDE (extraction_id, event_id, batch_id)
FROM read.core.event_mentions JOIN read.core.events USING (extraction_id, event_id);

CREATE TEMP TABLE template_quantities AS
SELECT extraction_id AS template_id, * EXCLUDE (extraction_id, quantity_id, batch_id) FROM read.core.quantities;

CREATE TEMP TABLE template_carried AS
SELECT event_quantities.extraction_id AS template_id, event_index, quantity_index
FROM read.core.event_quantities
JOIN read.core.events USING (extraction_id, event_id)
JOIN read.core.quantities USING (extraction_id, quantity_id);
