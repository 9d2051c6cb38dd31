-- A run begins; every column is a parameter of its own name.
INSERT INTO meta.runs BY NAME
SELECT
    $run_id::UUID AS run_id,
    $command AS command,
    $source AS source,
    'running' AS status,
    $extractor_version AS extractor_version,
    $host AS host,
    $pid::INTEGER AS pid,
    $flow_run_id AS flow_run_id,
    $started_at::TIMESTAMP AS started_at;
