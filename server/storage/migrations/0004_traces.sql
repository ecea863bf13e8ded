-- Who points at an account or an address can be looked up: file the traces of candidates that were stored before
-- (traces.py). The body goes as bytes, so that a damaged one cannot stop the migration.
INSERT OR IGNORE INTO member
    SELECT 'traces', trace.value, document.id
    FROM document, json_each(seedlist_traces(CAST(document.body AS BLOB))) AS trace
    WHERE document.tbl = 'candidates';
