import type Database from 'better-sqlite3';
import { refused } from '../../../shared/refusals/refusal.ts';

/**
 * Ballots in pages: a record a row in packed columns, instead of a row of SQL a ballot. Workspaces that hold votes of the first
 * form are refused before this runs (`refuse`): their accounts were hashed in another way.
 */
export const sql = `
DROP TABLE ballot_of_account;
DROP TABLE ballot;
DROP TABLE vote_funnel;
DROP TABLE vote_batch;

-- One per imported file (or per set of files that only together hold ballots). mapping: how its rows were read. sources: the
-- names of its files and sheets, in the order in which pages number them. time_precision: minute where no time of the batch
-- says seconds; minutes_equal: somebody confirmed that such a time may be that of a ballot known to the second.
-- state: staged (invisible: being moved in), in-force, withdrawn.
CREATE TABLE vote_batch (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  rows INTEGER NOT NULL CHECK (rows >= 0),
  layout TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  sources TEXT NOT NULL CHECK (json_valid(sources)),
  time_zone TEXT NOT NULL,
  time_precision TEXT NOT NULL CHECK (time_precision IN ('second', 'minute')),
  minutes_equal INTEGER NOT NULL CHECK (minutes_equal IN (0, 1)),
  -- SHA-256 over the digests of its pages.
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  state TEXT NOT NULL CHECK (state IN ('staged', 'in-force', 'withdrawn')),
  imported_at TEXT NOT NULL,
  imported_by TEXT NOT NULL,
  withdrawn_at TEXT,
  withdrawn_by TEXT,
  withdrawn_reason TEXT,
  CHECK ((state = 'withdrawn') = (withdrawn_reason IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX vote_batch_in_force ON vote_batch (sha256) WHERE state = 'in-force';

-- 4,096 rows of a batch, each column of theirs in one blob (electron/database/packed-page.ts). accounts comes first, because
-- SQLite reads a row only as far as it is asked for.
CREATE TABLE ballot_page (
  batch INTEGER NOT NULL REFERENCES vote_batch (id),
  page INTEGER NOT NULL CHECK (page >= 0),
  rows INTEGER NOT NULL CHECK (rows > 0),
  accounts BLOB NOT NULL CHECK (length(accounts) = 8 * rows),
  instants BLOB NOT NULL CHECK (length(instants) IN (4 * rows, 8 * rows)),
  verdicts BLOB NOT NULL CHECK (length(verdicts) = rows),
  first_line INTEGER,
  lines BLOB CHECK (length(lines) = 4 * rows),
  choice_lengths BLOB NOT NULL CHECK (length(choice_lengths) IN (rows, 4 * rows)),
  choices BLOB NOT NULL,
  ips BLOB CHECK (length(ips) = 8 * rows),
  sources BLOB CHECK (length(sources) = 2 * rows),
  texts TEXT CHECK (json_valid(texts)),
  PRIMARY KEY (batch, page),
  CHECK ((first_line IS NULL) = (lines IS NOT NULL))
) STRICT;

-- What each row counts as, a byte a row. Of several generations the highest that has begun is valid.
CREATE TABLE ballot_standing (
  batch INTEGER NOT NULL,
  page INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  standings BLOB NOT NULL,
  PRIMARY KEY (batch, page, generation),
  FOREIGN KEY (batch, page) REFERENCES ballot_page (batch, page)
) STRICT;

CREATE TABLE vote_funnel (
  batch INTEGER NOT NULL REFERENCES vote_batch (id),
  standing TEXT NOT NULL,
  rows INTEGER NOT NULL CHECK (rows >= 0),
  PRIMARY KEY (batch, standing)
) STRICT, WITHOUT ROWID;

-- Votes of the excluded ballots, so that a ranking with and without them is at hand. Kept like vote_count.
CREATE TABLE vote_excluded_count (
  candidate INTEGER PRIMARY KEY,
  votes INTEGER NOT NULL CHECK (votes >= 0)
) STRICT;

-- A group of suspicious ballots taken out of the count. members: 16 bytes a ballot, ascending: the keyed hash of the account
-- (low and high 32 bits) and the instant (float64), little-endian; so it holds in whatever order and files they come.
CREATE TABLE vote_exclusion (
  id INTEGER PRIMARY KEY,
  flag TEXT NOT NULL CHECK (json_valid(flag)),
  ballots INTEGER NOT NULL CHECK (ballots > 0),
  members BLOB NOT NULL CHECK (length(members) = 16 * ballots),
  minute TEXT NOT NULL,
  excluded_at TEXT NOT NULL,
  excluded_by TEXT NOT NULL,
  confirmed_by TEXT NOT NULL,
  lifted_at TEXT,
  lifted_by TEXT,
  lift_confirmed_by TEXT,
  lifted_minute TEXT,
  CHECK ((lifted_at IS NULL) = (lifted_minute IS NULL))
) STRICT;

-- Totals per candidate without ballots: kept apart, and counted only by a minute of the panel. totals: JSON [[candidate, votes]].
CREATE TABLE vote_totals (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  totals TEXT NOT NULL CHECK (json_valid(totals)),
  imported_at TEXT NOT NULL,
  imported_by TEXT NOT NULL,
  counted_as TEXT CHECK (counted_as IN ('added', 'instead')),
  counted_minute TEXT,
  counted_at TEXT,
  counted_by TEXT,
  CHECK ((counted_as IS NULL) = (counted_minute IS NULL))
) STRICT;
`;

/** Accounts of the first form were hashed in another way: the same account would be another one in new files. */
export function refuse(connection: Database.Database, folder: string) {
  const batches = connection.prepare<[], number>('SELECT count(*) FROM vote_batch').pluck().get() ?? 0;
  return batches === 0 ? null : refused('votes-of-earlier-form', { folder, batches });
}
