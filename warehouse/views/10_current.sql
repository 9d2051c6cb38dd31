-- A newer extractor may read another text or another key from a page: then what the older one read is no article of its own.
CREATE VIEW core.extractions_superseded AS
SELECT extraction_id
FROM (
    SELECT
        extraction_id,
        rank() OVER (PARTITION BY page_id ORDER BY string_split(extractor_version, '.')::INTEGER[] DESC) AS place
    FROM core.readings
    WHERE extraction_id IS NOT NULL
)
GROUP BY extraction_id
HAVING min(place) > 1;
COMMENT ON VIEW core.extractions_superseded IS 'One row per extraction of whose pages a newer extractor read every one as something else.';
COMMENT ON COLUMN core.extractions_superseded.extraction_id IS 'Extraction that no view shows any more; its rows stay.';

-- Which extraction of each article people should see.
CREATE VIEW core.articles_current AS
WITH met AS (
    SELECT page_id, max(visited_at) AS visited_at
    FROM meta.visits
    WHERE outcome IN ('fetched', 'unchanged') AND page_id IS NOT NULL
    GROUP BY page_id
), seen AS (
    SELECT
        readings.extraction_id,
        max(greatest(pages.fetched_at, met.visited_at)) AS last_fetched_at,
        max(pages.recorded_at) AS last_recorded_at
    FROM core.readings
    JOIN raw.pages USING (page_id)
    LEFT JOIN met USING (page_id)
    WHERE readings.extraction_id IS NOT NULL
    GROUP BY readings.extraction_id
)
SELECT articles.*
FROM core.articles
LEFT JOIN seen USING (extraction_id)
ANTI JOIN core.extractions_superseded USING (extraction_id)
QUALIFY row_number() OVER (
    PARTITION BY article_id
    ORDER BY
        coalesce(seen.last_fetched_at, articles.modified_at) DESC NULLS LAST,
        seen.last_recorded_at DESC NULLS LAST,
        string_split(articles.extractor_version, '.')::INTEGER[] DESC,
        articles.recorded_at DESC,
        articles.extraction_id
) = 1;
COMMENT ON VIEW core.articles_current IS 'One row per article: the extraction people should see. The page fetched last wins, then the change the page declares, then the page recorded last, then the newest extractor.';
COMMENT ON COLUMN core.articles_current.extraction_id     IS 'Hash of revision, extractor version and publication date; everything read from the text hangs on it.';
COMMENT ON COLUMN core.articles_current.article_id        IS 'One id for all revisions of an article, hash of article_key.';
COMMENT ON COLUMN core.articles_current.revision_id       IS 'One id per content of an article, hash of article_key and content_hash.';
COMMENT ON COLUMN core.articles_current.extractor_version IS 'Extractor that read it, numbers joined by points.';
COMMENT ON COLUMN core.articles_current.article_key       IS 'The same article wherever it was met: dw:<number>, url:<canonical address>, or text:<hash>.';
COMMENT ON COLUMN core.articles_current.content_hash      IS 'Hex SHA-256 of what a reader reads, without dates and furniture.';
COMMENT ON COLUMN core.articles_current.document          IS 'File name or URL it was first read from.';
COMMENT ON COLUMN core.articles_current.url               IS 'Canonical address; NULL when not known.';
COMMENT ON COLUMN core.articles_current.source            IS 'Publisher or collection: dw.';
COMMENT ON COLUMN core.articles_current.kind              IS 'article, live, video, audio or gallery.';
COMMENT ON COLUMN core.articles_current.layout            IS 'Page layout it was recognised by.';
COMMENT ON COLUMN core.articles_current.language          IS 'ISO 639-1 code of the text; NULL when not known.';
COMMENT ON COLUMN core.articles_current.kicker            IS 'Words above the title.';
COMMENT ON COLUMN core.articles_current.title             IS 'Title.';
COMMENT ON COLUMN core.articles_current.teaser            IS 'Summary under the title; NULL when there is none.';
COMMENT ON COLUMN core.articles_current.blocks            IS 'The text in reading order: zone, text, and offset of the first character, blocks being joined by one blank line.';
COMMENT ON COLUMN core.articles_current.image_credits     IS 'Credits of pictures, not part of the text.';
COMMENT ON COLUMN core.articles_current.authors           IS 'Authors by name.';
COMMENT ON COLUMN core.articles_current.desk              IS 'Initials of the editors who signed off.';
COMMENT ON COLUMN core.articles_current.agencies          IS 'News agencies named as sources of the article.';
COMMENT ON COLUMN core.articles_current.published_date    IS 'Publication date; NULL when nothing tells it.';
COMMENT ON COLUMN core.articles_current.published_at      IS 'Publication time, UTC; NULL when the page gives only a day.';
COMMENT ON COLUMN core.articles_current.date_method       IS 'Where the publication date was found.';
COMMENT ON COLUMN core.articles_current.modified_at       IS 'Last change the page itself declares, UTC.';
COMMENT ON COLUMN core.articles_current.page_id           IS 'Page it was first read from; core.readings lists all.';
COMMENT ON COLUMN core.articles_current.batch_id          IS 'Batch that brought it.';
COMMENT ON COLUMN core.articles_current.recorded_at       IS 'When it was recorded, UTC.';
