-- The sentences of the articles as they stand today.
CREATE VIEW main.sentences AS
SELECT
    articles_current.article_id,
    sentences.sentence_index,
    sentences.zone,
    sentences.sentence_text,
    sentences.sentence_offset,
    sentences.block_index,
    articles_current.document,
    sentences.extraction_id
FROM core.sentences
JOIN core.articles_current USING (extraction_id);
COMMENT ON VIEW main.sentences IS 'One row per sentence of an article''s newest revision.';
COMMENT ON COLUMN main.sentences.article_id      IS 'Article.';
COMMENT ON COLUMN main.sentences.sentence_index  IS 'Position in the article, from 0.';
COMMENT ON COLUMN main.sentences.zone            IS 'title, teaser, heading, paragraph or caption.';
COMMENT ON COLUMN main.sentences.sentence_text   IS 'Its words.';
COMMENT ON COLUMN main.sentences.sentence_offset IS 'Offset of its first character in the article''s text, in code points.';
COMMENT ON COLUMN main.sentences.block_index     IS 'Position of its block in the article, from 0.';
COMMENT ON COLUMN main.sentences.document        IS 'File name or URL of the article.';
COMMENT ON COLUMN main.sentences.extraction_id   IS 'Extraction; joins to core.* tables.';
