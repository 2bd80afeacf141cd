-- Keys that a command line tool has, and the communes that want a signature of one. Every key before this was
-- enrolled at the desk's page, so by a browser.

ALTER TABLE signer_keys ADD COLUMN held_by TEXT NOT NULL DEFAULT 'browser';  -- browser, tool

CREATE TABLE signing_rules (
  commune TEXT PRIMARY KEY,
  wants_tool INTEGER NOT NULL,
  changed_by INTEGER NOT NULL REFERENCES accounts (id),
  changed_at INTEGER NOT NULL
);
