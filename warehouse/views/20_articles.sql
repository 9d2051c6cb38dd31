-- The article as it stands today.
CREATE VIEW main.articles AS
WITH revisions AS (
    SELECT article_id, count(DISTINCT revision_id) AS revisions
    FROM core.articles
    ANTI JOIN core.extractions_superseded USING (extraction_id)
    GROUP BY article_id
)
SELECT
    article_id,
    article_key,
    document,
    url,
    source,
    kind,
    language,
    kicker,
    title,
    teaser,
    published_date,
    published_at,
    date_method,
    modified_at,
    authors,
    desk,
    agencies,
    image_credits,
    array_to_string(list_transform(blocks, lambda block: block.text), chr(10) || chr(10)) AS article_text,
    layout,
    revisions.revisions,
    revision_id,
    extraction_id,
    extractor_version,
    recorded_at
FROM core.articles_current
JOIN revisions USING (article_id);
COMMENT ON VIEW main.articles IS 'One row per article: its newest revision as the newest extractor read it.';
COMMENT ON COLUMN main.articles.article_id        IS 'One id for all revisions.';
COMMENT ON COLUMN main.articles.article_key       IS 'The same article wherever it was met: dw:<number>, url:<canonical address>, or text:<hash>.';
COMMENT ON COLUMN main.articles.document          IS 'File name or URL it was read from.';
COMMENT ON COLUMN main.articles.url               IS 'Canonical address; NULL when not known.';
COMMENT ON COLUMN main.articles.source            IS 'Publisher or collection: dw.';
COMMENT ON COLUMN main.articles.kind              IS 'article, live, video, audio or gallery.';
COMMENT ON COLUMN main.articles.language          IS 'ISO 639-1 code of the text.';
COMMENT ON COLUMN main.articles.kicker            IS 'Words above the title.';
COMMENT ON COLUMN main.articles.title             IS 'Title.';
COMMENT ON COLUMN main.articles.teaser            IS 'Summary under the title.';
COMMENT ON COLUMN main.articles.published_date    IS 'Publication date; NULL when nothing tells it.';
COMMENT ON COLUMN main.articles.published_at      IS 'Publication time, UTC; NULL when the page gives only a day.';
COMMENT ON COLUMN main.articles.date_method       IS 'Where the publication date was found.';
COMMENT ON COLUMN main.articles.modified_at       IS 'Last change the page itself declares, UTC.';
COMMENT ON COLUMN main.articles.authors           IS 'Authors by name.';
COMMENT ON COLUMN main.articles.desk              IS 'Initials of the editors who signed off.';
COMMENT ON COLUMN main.articles.agencies          IS 'News agencies named as sources.';
COMMENT ON COLUMN main.articles.image_credits     IS 'Credits of pictures, not part of the text.';
COMMENT ON COLUMN main.articles.article_text      IS 'The whole text; every offset counts in it, in code points from 0.';
COMMENT ON COLUMN main.articles.layout            IS 'Page layout it was recognised by.';
COMMENT ON COLUMN main.articles.revisions         IS 'How many different texts of the article are held.';
COMMENT ON COLUMN main.articles.revision_id       IS 'The revision shown.';
COMMENT ON COLUMN main.articles.extraction_id     IS 'The extraction shown; joins to core.* tables.';
COMMENT ON COLUMN main.articles.extractor_version IS 'Extractor that read it.';
COMMENT ON COLUMN main.articles.recorded_at       IS 'When the revision was recorded, UTC.';
