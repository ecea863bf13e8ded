-- The first 248 values of lists in the bodies (tags, niches ...) have a bit each in four numbers of a candidate's
-- columns (marks.py), so that a page filtered by them needs one walk over a narrow index.
CREATE TABLE mark (n INTEGER PRIMARY KEY, path TEXT NOT NULL, value NOT NULL, UNIQUE (path, value));
INSERT INTO mark SELECT row_number() OVER (ORDER BY count(*) DESC) - 1, path, value FROM member
    GROUP BY path, value ORDER BY count(*) DESC LIMIT 248;
ALTER TABLE lookup ADD COLUMN m0 NOT NULL DEFAULT 0;
ALTER TABLE lookup ADD COLUMN m1 NOT NULL DEFAULT 0;
ALTER TABLE lookup ADD COLUMN m2 NOT NULL DEFAULT 0;
ALTER TABLE lookup ADD COLUMN m3 NOT NULL DEFAULT 0;
UPDATE lookup SET (m0, m1, m2, m3) = (
    SELECT ifnull(sum(CASE WHEN n BETWEEN 0 AND 61 THEN 1 << n END), 0),
        ifnull(sum(CASE WHEN n BETWEEN 62 AND 123 THEN 1 << (n - 62) END), 0),
        ifnull(sum(CASE WHEN n BETWEEN 124 AND 185 THEN 1 << (n - 124) END), 0),
        ifnull(sum(CASE WHEN n BETWEEN 186 AND 247 THEN 1 << (n - 186) END), 0)
    FROM member CROSS JOIN mark USING (path, value) WHERE member.id = lookup.id
);
-- Everything that pages filter by in one index, and one index for each order that they are sorted in.
DROP INDEX lookup_wide;
CREATE INDEX lookup_wide  ON lookup (tbl, list_id, tier, nested, platform, stage, fit, load, saved_at, m0, m1, m2, m3);
CREATE INDEX lookup_stage ON lookup (tbl, list_id, stage, id);
CREATE INDEX lookup_named ON lookup (tbl, list_id, handle, id);
