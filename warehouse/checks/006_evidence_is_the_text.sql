-- error: the words of an event's trigger or clause do not stand where they are said to stand
WITH texts AS (
    SELECT
        extraction_id,
        array_to_string(list_transform(blocks, lambda block: block."text"), chr(10) || chr(10)) AS article_text
    FROM core.articles
)
SELECT event_mentions.extraction_id, event_mentions.event_id, event_mentions.trigger_text
FROM core.event_mentions
JOIN texts USING (extraction_id)
WHERE substring(article_text, trigger_offset + 1, length(trigger_text)) <> trigger_text
    OR substring(article_text, clause_offset + 1, length(clause_text)) <> clause_text;
