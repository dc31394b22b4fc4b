/** The first form of the workspace. Times are ISO text in UTC save a ballot's instant (milliseconds since 1970). */
export const sql = `
CREATE TABLE workspace (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  kind TEXT NOT NULL CHECK (kind IN ('real', 'demonstration')),
  created_at TEXT NOT NULL,
  recovery_hash TEXT
) STRICT;
-- A demonstration stays one: made-up marks can never pass for real ones.
CREATE TRIGGER workspace_kind_is_never_changed BEFORE UPDATE OF kind ON workspace WHEN new.kind <> old.kind
BEGIN SELECT RAISE(ABORT, 'the kind of a workspace is fixed when it is made'); END;
CREATE TRIGGER workspace_is_never_removed BEFORE DELETE ON workspace
BEGIN SELECT RAISE(ABORT, 'the kind of a workspace is fixed when it is made'); END;

-- Never exported and never shown: the key of the accounts' hashes.
CREATE TABLE workspace_secret (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  account_key BLOB NOT NULL CHECK (length(account_key) = 32)
) STRICT;

CREATE TABLE round (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  rules TEXT NOT NULL CHECK (json_valid(rules)),
  locked_at TEXT,
  lock_origin TEXT,
  CHECK ((locked_at IS NULL) = (lock_origin IS NULL))
) STRICT;

CREATE TABLE rule_change (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  origin TEXT NOT NULL,
  reason TEXT NOT NULL,
  rules TEXT NOT NULL CHECK (json_valid(rules))
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  role TEXT NOT NULL CHECK (role IN ('expert', 'secretariat', 'observer')),
  code TEXT NOT NULL DEFAULT '',
  organisation TEXT NOT NULL DEFAULT '',
  district TEXT NOT NULL DEFAULT '',
  password_hash TEXT,
  password_is_temporary INTEGER NOT NULL DEFAULT 0 CHECK (password_is_temporary IN (0, 1)),
  misses INTEGER NOT NULL DEFAULT 0 CHECK (misses >= 0),
  paused_until TEXT,
  UNIQUE (role, name, code)
) STRICT;
CREATE UNIQUE INDEX person_code ON person (role, code) WHERE code <> '';

CREATE TABLE application (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL CHECK (length(trim(title)) > 0),
  organisation TEXT NOT NULL DEFAULT '',
  district TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  candidate INTEGER UNIQUE CHECK (candidate > 0)
) STRICT;
CREATE UNIQUE INDEX application_code ON application (code) WHERE code <> '';

CREATE TABLE recusal (
  expert INTEGER NOT NULL REFERENCES person (id),
  candidate INTEGER NOT NULL REFERENCES application (candidate) ON UPDATE RESTRICT,
  reason TEXT NOT NULL,
  declared_by TEXT NOT NULL CHECK (declared_by IN ('expert', 'secretariat')),
  PRIMARY KEY (expert, candidate)
) STRICT, WITHOUT ROWID;

CREATE TABLE score_sheet (
  expert INTEGER PRIMARY KEY REFERENCES person (id),
  submitted_at TEXT,
  reopened_reason TEXT
) STRICT;

-- A mark is a whole number of thousandths of a point, so that half a mark is exact.
CREATE TABLE score (
  expert INTEGER NOT NULL REFERENCES score_sheet (expert),
  candidate INTEGER NOT NULL REFERENCES application (candidate) ON UPDATE RESTRICT,
  criterion TEXT NOT NULL,
  mark INTEGER NOT NULL CHECK (mark >= 0),
  PRIMARY KEY (expert, candidate, criterion)
) STRICT, WITHOUT ROWID;

CREATE TABLE score_comment (
  expert INTEGER NOT NULL REFERENCES score_sheet (expert),
  candidate INTEGER NOT NULL REFERENCES application (candidate) ON UPDATE RESTRICT,
  comment TEXT NOT NULL,
  PRIMARY KEY (expert, candidate)
) STRICT, WITHOUT ROWID;

-- Tables that came in from files: the same bytes again add nothing.
CREATE TABLE table_import (
  id INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  rows INTEGER NOT NULL,
  created INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;

-- state: staged (invisible: being moved in), in-force, withdrawn.
CREATE TABLE vote_batch (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  rows INTEGER NOT NULL CHECK (rows >= 0),
  layout TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('staged', 'in-force', 'withdrawn')),
  imported_at TEXT NOT NULL,
  imported_by TEXT NOT NULL,
  withdrawn_at TEXT,
  withdrawn_by TEXT,
  withdrawn_reason TEXT,
  CHECK ((state = 'withdrawn') = (withdrawn_reason IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX vote_batch_in_force ON vote_batch (sha256) WHERE state = 'in-force';

-- Counts the changes of the votes in force. Standings are prepared under the next generation and become valid, all at once,
-- when this number goes up: the transaction that publishes them stays short however many they are.
CREATE TABLE vote_generation (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  generation INTEGER NOT NULL CHECK (generation >= 0)
) STRICT;
INSERT INTO vote_generation (id, generation) VALUES (1, 0);

-- One auditable record per row of a votes file; all of a batch's rows together are the pseudonymised copy of its source:
-- row as in the file, account as keyed hash (16 bytes, null where there is none), time and choices as written (null: no such
-- cell). verdict: the row's own check. standing: what it counts as among all batches in force; where changed_in is above
-- vote_generation, a change is only being prepared and standing_before is still what counts.
CREATE TABLE ballot (
  batch INTEGER NOT NULL REFERENCES vote_batch (id),
  row INTEGER NOT NULL CHECK (row > 0),
  account BLOB CHECK (length(account) = 16),
  time TEXT,
  instant INTEGER,
  day INTEGER,
  choices TEXT,
  verdict TEXT NOT NULL,
  standing TEXT NOT NULL,
  standing_before TEXT,
  changed_in INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (batch, row),
  CHECK ((changed_in = 0) = (standing_before IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX ballot_rejected ON ballot (standing, batch, row) WHERE standing <> 'accepted';
CREATE INDEX ballot_changed ON ballot (changed_in) WHERE changed_in > 0;
-- An account's rows. A table and not an index of ballot, so that it can be filled in the order of the hash: in the order of
-- the rows every insertion would touch a page of its own.
CREATE TABLE ballot_of_account (
  account BLOB NOT NULL CHECK (length(account) = 16),
  batch INTEGER NOT NULL,
  row INTEGER NOT NULL,
  PRIMARY KEY (account, batch, row)
) STRICT, WITHOUT ROWID;

-- Kept in the same transaction as the standings they follow from.
CREATE TABLE vote_count (
  candidate INTEGER PRIMARY KEY,
  votes INTEGER NOT NULL CHECK (votes >= 0)
) STRICT;
CREATE TABLE vote_funnel (
  batch INTEGER NOT NULL REFERENCES vote_batch (id),
  standing TEXT NOT NULL,
  rows INTEGER NOT NULL CHECK (rows >= 0),
  PRIMARY KEY (batch, standing)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_entry (
  sequence INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  event TEXT NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;
CREATE TRIGGER audit_entry_is_never_changed BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_entry_is_never_removed BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
`;
