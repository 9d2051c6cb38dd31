-- Compare the copy with the warehouse. Returns one row:
-- foreign: the copy has another schema or holds what the warehouse does not, and must be made anew;
-- behind: the warehouse holds what the copy does not.
SELECT
    EXISTS (SELECT version, sha256 FROM [own].meta.migrations EXCEPT SELECT version, sha256 FROM [copy].meta.migrations)
    OR EXISTS (SELECT version, sha256 FROM [copy].meta.migrations EXCEPT SELECT version, sha256 FROM [own].meta.migrations)
    OR EXISTS (SELECT name, sha256 FROM [own].meta.view_files EXCEPT SELECT name, sha256 FROM [copy].meta.view_files)
    OR EXISTS (SELECT name, sha256 FROM [copy].meta.view_files EXCEPT SELECT name, sha256 FROM [own].meta.view_files)
    OR EXISTS (SELECT batch_id FROM [copy].meta.batches EXCEPT SELECT batch_id FROM [own].meta.batches) AS "foreign",
    EXISTS (SELECT batch_id FROM [own].meta.batches EXCEPT SELECT batch_id FROM [copy].meta.batches)
    OR EXISTS (FROM [own].meta.runs EXCEPT FROM [copy].meta.runs)
    OR EXISTS (FROM [own].meta.cursors EXCEPT FROM [copy].meta.cursors)
    OR EXISTS (SELECT issue_id FROM [own].meta.issues EXCEPT SELECT issue_id FROM [copy].meta.issues) AS behind;
