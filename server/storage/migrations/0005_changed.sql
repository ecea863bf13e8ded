-- What pages filter by is kept in memory while the server runs (overview.py); it is brought up to date with the rows
-- filed after a number of changes and with those that are gone since, by number only.
ALTER TABLE lookup ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX lookup_changed ON lookup (tbl, changed) WHERE changed > 0;
CREATE TABLE gone (tbl TEXT NOT NULL, changes INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (tbl, changes, id)) WITHOUT ROWID;
DROP TRIGGER document_removed;
CREATE TRIGGER document_removed AFTER DELETE ON document BEGIN
    UPDATE tally SET rows = rows - 1, changes = changes + 1 WHERE tbl = old.tbl;
    DELETE FROM lookup WHERE id = old.id;
    DELETE FROM member WHERE id = old.id;
    INSERT OR IGNORE INTO gone SELECT tbl, changes, old.id FROM tally WHERE tbl = old.tbl;
    DELETE FROM gone WHERE tbl = old.tbl AND changes < (SELECT changes FROM tally WHERE tbl = old.tbl) - 10000;
END;
