-- What is broken in the tables themselves. Returns one row per extraction: its id, what is wrong with it in words, the
-- document where it is known, and the pages it was read from whose bytes are kept.
WITH texts AS (
    SELECT
        extraction_id,
        array_to_string(list_transform(blocks, lambda block: block."text"), chr(10) || chr(10)) AS article_text
    FROM core.articles
),
lacking AS (
    SELECT batches.batch_id
    FROM meta.batches
    LEFT JOIN (SELECT batch_id, count(*) AS events FROM core.events GROUP BY batch_id) AS told USING (batch_id)
    LEFT JOIN (SELECT batch_id, count(*) AS quantities FROM core.quantities GROUP BY batch_id) AS numbers USING (batch_id)
    WHERE batches.events_new <> coalesce(told.events, 0) OR batches.quantities_new <> coalesce(numbers.quantities, 0)
),
broken AS (
    SELECT extraction_id, 'its article is gone' AS reason FROM core.readings
    WHERE extraction_id IS NOT NULL AND extraction_id NOT IN (SELECT extraction_id FROM core.articles)
    UNION
    SELECT extraction_id, 'its article is gone' FROM core.sentences ANTI JOIN core.articles USING (extraction_id)
    UNION
    SELECT extraction_id, 'its article is gone' FROM core.events ANTI JOIN core.articles USING (extraction_id)
    UNION
    SELECT extraction_id, 'its article is gone' FROM core.quantities ANTI JOIN core.articles USING (extraction_id)
    UNION
    SELECT extraction_id, 'an event is gone' FROM core.event_parties ANTI JOIN core.events USING (extraction_id, event_id)
    UNION
    SELECT extraction_id, 'an event is gone' FROM core.event_mentions ANTI JOIN core.events USING (extraction_id, event_id)
    UNION
    SELECT extraction_id, 'an event is gone' FROM core.event_quantities ANTI JOIN core.events USING (extraction_id, event_id)
    UNION
    SELECT extraction_id, 'a number is gone'
    FROM core.event_quantities ANTI JOIN core.quantities USING (extraction_id, quantity_id)
    UNION
    SELECT extraction_id, 'an event is told nowhere' FROM core.events ANTI JOIN core.event_mentions USING (extraction_id, event_id)
    UNION
    SELECT extraction_id, 'an event is there twice' FROM core.events GROUP BY extraction_id, event_id HAVING count(*) > 1
    UNION
    SELECT extraction_id, 'a number is there twice' FROM core.quantities GROUP BY extraction_id, quantity_id HAVING count(*) > 1
    UNION
    SELECT extraction_id, 'a sentence is there twice'
    FROM core.sentences GROUP BY extraction_id, sentence_index HAVING count(*) > 1
    UNION
    SELECT event_mentions.extraction_id, 'evidence is not the text'
    FROM core.event_mentions
    JOIN texts USING (extraction_id)
    WHERE substring(article_text, trigger_offset + 1, length(trigger_text)) <> trigger_text
        OR substring(article_text, clause_offset + 1, length(clause_text)) <> clause_text
    UNION
    SELECT extraction_id, 'sentences are gone'
    FROM core.sentences GROUP BY extraction_id HAVING max(sentence_index) + 1 > count(*)
    UNION
    SELECT extraction_id, 'sentences are gone'
    FROM core.event_mentions ANTI JOIN core.sentences USING (extraction_id, sentence_index)
    UNION
    SELECT extraction_id, 'sentences are gone'
    FROM core.quantities ANTI JOIN core.sentences USING (extraction_id, sentence_index)
    UNION
    SELECT extraction_id, 'events are gone' FROM core.events GROUP BY extraction_id HAVING max(event_index) + 1 > count(*)
    UNION
    SELECT extraction_id, 'numbers are gone'
    FROM core.quantities GROUP BY extraction_id HAVING max(quantity_index) + 1 > count(*)
    UNION
    SELECT extraction_id, 'words that tell an event are gone'
    FROM core.event_mentions GROUP BY extraction_id, event_id HAVING max(mention_index) + 1 > count(*)
    UNION
    SELECT extraction_id, 'words that tell an event are there twice'
    FROM core.event_mentions GROUP BY extraction_id, event_id HAVING max(mention_index) + 1 < count(*)
    UNION
    SELECT extraction_id, 'parties are gone'
    FROM core.event_parties GROUP BY extraction_id, event_id, "role" HAVING max(party_index) + 1 > count(*)
    UNION
    SELECT extraction_id, 'parties are there twice'
    FROM core.event_parties GROUP BY extraction_id, event_id, "role" HAVING max(party_index) + 1 < count(*)
    UNION
    SELECT extraction_id, 'its batch brought another number of events or numbers' FROM core.articles SEMI JOIN lacking USING (batch_id)
),
sources AS (
    SELECT extraction_id, page_id FROM core.readings WHERE extraction_id IS NOT NULL
    UNION
    SELECT extraction_id, page_id FROM core.articles
),
kept AS (
    SELECT extraction_id, list(page_id ORDER BY page_id) AS pages, any_value(pages.name ORDER BY page_id) AS name
    FROM sources
    JOIN raw.pages USING (page_id)
    WHERE pages.body_gzip IS NOT NULL
    GROUP BY extraction_id
)
SELECT
    broken.extraction_id,
    string_agg(DISTINCT reason, ', ' ORDER BY reason),
    coalesce(any_value(kept.name), any_value(articles.document), 'unknown'),
    coalesce(any_value(kept.pages), [])
FROM broken
LEFT JOIN kept USING (extraction_id)
LEFT JOIN core.articles USING (extraction_id)
GROUP BY broken.extraction_id
ORDER BY ALL;
