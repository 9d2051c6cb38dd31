-- The troubles a run met first, the worst first: run id.
SELECT issues.level, issues.code, issues.document, issues.message
FROM main.issues
WHERE issues.run_id = ?
ORDER BY list_position(['error', 'warning', 'info'], issues.level), issues.code, issues.document;
