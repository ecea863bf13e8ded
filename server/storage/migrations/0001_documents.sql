-- One row a document, in insertion order of `id`; `doc_id` is TinyDB's number, `key` the name that services use.
CREATE TABLE document (
    id       INTEGER PRIMARY KEY,
    tbl      TEXT    NOT NULL,
    doc_id   INTEGER NOT NULL,
    key      TEXT    NOT NULL,
    revision INTEGER NOT NULL,
    updated  REAL    NOT NULL,
    crc      INTEGER NOT NULL,
    body     TEXT    NOT NULL
);
CREATE UNIQUE INDEX document_key ON document (tbl, key);
CREATE UNIQUE INDEX document_number ON document (tbl, doc_id);

-- What pages filter and sort by, copied from the body on each write (columns.py lists the paths). Columns have no
-- type, so numbers and words keep their own; narrow, so that 100,000 rows can be walked without touching a body.
CREATE TABLE lookup (
    id INTEGER PRIMARY KEY, tbl TEXT NOT NULL,
    list_id, platform, handle, stage, saved_at, updated_at, tier, nested, fit, engagement, followers, load, name, brand,
    candidate
);
CREATE INDEX lookup_list      ON lookup (tbl, list_id, id);
CREATE INDEX lookup_saved     ON lookup (tbl, list_id, saved_at, id);
CREATE INDEX lookup_updated   ON lookup (tbl, list_id, updated_at, id);
CREATE INDEX lookup_fit       ON lookup (tbl, list_id, fit, id);
CREATE INDEX lookup_followers ON lookup (tbl, list_id, followers, id);
CREATE INDEX lookup_rate      ON lookup (tbl, list_id, engagement, id);
CREATE INDEX lookup_name      ON lookup (tbl, list_id, name, id);
CREATE INDEX lookup_wide      ON lookup (tbl, list_id, stage, tier, nested, platform, fit, followers, engagement, load, saved_at);
CREATE INDEX lookup_handle    ON lookup (tbl, handle, platform, id);
CREATE INDEX lookup_candidate ON lookup (tbl, candidate, id);

-- Members of lists in the body (tags, niches ...), one row each.
CREATE TABLE member (path TEXT NOT NULL, value NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (path, value, id)) WITHOUT ROWID;
CREATE INDEX member_owner ON member (id);

-- The tables that exist: rows now, changes ever, and the next free TinyDB number (NULL: one above the highest).
CREATE TABLE tally (tbl TEXT PRIMARY KEY, rows INTEGER NOT NULL, changes INTEGER NOT NULL, next INTEGER) WITHOUT ROWID;
CREATE TRIGGER document_added AFTER INSERT ON document BEGIN
    INSERT INTO tally VALUES (new.tbl, 1, abs(random() / 2), NULL) ON CONFLICT (tbl) DO UPDATE SET rows = rows + 1, changes = changes + 1;
END;
CREATE TRIGGER document_changed AFTER UPDATE ON document BEGIN
    UPDATE tally SET changes = changes + 1 WHERE tbl = new.tbl;
END;
CREATE TRIGGER document_removed AFTER DELETE ON document BEGIN
    UPDATE tally SET rows = rows - 1, changes = changes + 1 WHERE tbl = old.tbl;
    DELETE FROM lookup WHERE id = old.id;
    DELETE FROM member WHERE id = old.id;
END;

-- Rows whose checksum did not hold, kept as they were found.
CREATE TABLE damaged (id INTEGER PRIMARY KEY, tbl, doc_id, key, revision, body, crc, found REAL NOT NULL);
