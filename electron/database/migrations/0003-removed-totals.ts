/**
 * Totals that were read under a wrong mapping can be removed for good, and their file read again: only of those that are not removed may
 * there be one per file. The row stays, because the record must still show what was read and why it was taken out.
 */
export const sql = `
CREATE TABLE vote_totals_with_removed (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  totals TEXT NOT NULL CHECK (json_valid(totals)),
  imported_at TEXT NOT NULL,
  imported_by TEXT NOT NULL,
  counted_as TEXT CHECK (counted_as IN ('added', 'instead')),
  counted_minute TEXT,
  counted_at TEXT,
  counted_by TEXT,
  removed_at TEXT,
  removed_by TEXT,
  removed_reason TEXT,
  CHECK ((counted_as IS NULL) = (counted_minute IS NULL)),
  CHECK ((removed_at IS NULL) = (removed_reason IS NULL)),
  CHECK ((removed_at IS NULL) = (removed_by IS NULL)),
  -- What is removed counts nowhere.
  CHECK (removed_at IS NULL OR counted_as IS NULL)
) STRICT;
INSERT INTO vote_totals_with_removed
  (id, file, sha256, mapping, totals, imported_at, imported_by, counted_as, counted_minute, counted_at, counted_by)
  SELECT id, file, sha256, mapping, totals, imported_at, imported_by, counted_as, counted_minute, counted_at, counted_by
    FROM vote_totals;
DROP TABLE vote_totals;
ALTER TABLE vote_totals_with_removed RENAME TO vote_totals;
CREATE UNIQUE INDEX vote_totals_kept ON vote_totals (sha256) WHERE removed_at IS NULL;
`;
