-- One row of the ledger; every column is a parameter of its own name.
INSERT INTO meta.batches BY NAME
SELECT
    $batch_id::UUID AS batch_id,
    $run_id::UUID AS run_id,
    $source AS source,
    $source_window AS source_window,
    $extractor_version AS extractor_version,
    $pages::INTEGER AS pages,
    $pages_new::INTEGER AS pages_new,
    $articles_new::INTEGER AS articles_new,
    $articles_known::INTEGER AS articles_known,
    $pages_quarantined::INTEGER AS pages_quarantined,
    $events_new::INTEGER AS events_new,
    $quantities_new::INTEGER AS quantities_new,
    $issues_new::INTEGER AS issues_new,
    $spooled_at::TIMESTAMP AS spooled_at,
    $committed_at::TIMESTAMP AS committed_at;
