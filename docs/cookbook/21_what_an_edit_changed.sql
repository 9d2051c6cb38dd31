-- What did edits of the articles change?
SELECT document, revision_number, subject, change, before_text, after_text
FROM changes
ORDER BY ALL;
