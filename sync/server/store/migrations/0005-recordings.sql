-- Recordings of pages that staff sent, as they were made anew.

CREATE TABLE recordings (
  id INTEGER PRIMARY KEY,
  commune TEXT NOT NULL,
  file TEXT NOT NULL,              -- "ban-thu-1f3a9c20b4d5.opus"
  bytes BLOB NOT NULL,
  seconds INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  at INTEGER NOT NULL,
  UNIQUE (commune, file)
);
