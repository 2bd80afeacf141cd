-- The kiosks of the province, how they are, and what was counted on them. Instants are seconds since 1970.
-- Secrets and tokens of machines are kept as their SHA-256: a copy of this file speaks for no kiosk. Nothing
-- here is about whoever stood before a screen.

CREATE TABLE kiosks (
  id INTEGER PRIMARY KEY,
  commune TEXT NOT NULL,
  name TEXT NOT NULL,              -- "Máy ở cửa chính"
  place TEXT NOT NULL,             -- the house or village it stands in
  token_hash TEXT UNIQUE,          -- NULL: not fetched yet, or retired
  token_used INTEGER NOT NULL DEFAULT 0,
  claimed_by INTEGER NOT NULL REFERENCES accounts (id),
  claimed_at INTEGER NOT NULL,
  retired_at INTEGER,
  heard_at INTEGER,                -- when its last report came
  told_at INTEGER,                 -- when that was written, by its own clock
  skew_seconds INTEGER,            -- its clock beside ours; more: it is ahead
  health TEXT,                     -- the newest, JSON
  crashed_at INTEGER,              -- when it last reported a crash loop
  settings_problem_at INTEGER,     -- when it last reported settings that cannot be
  refused_entries INTEGER NOT NULL DEFAULT 0  -- of its counters, at the door
);
CREATE INDEX kiosks_by_commune ON kiosks (commune);

-- Machines that offered themselves, until their token was used once.
CREATE TABLE devices (
  id TEXT PRIMARY KEY,
  claim_code TEXT NOT NULL UNIQUE,
  secret_hash TEXT NOT NULL UNIQUE,
  expires_at INTEGER NOT NULL,
  kiosk_id INTEGER REFERENCES kiosks (id)  -- NULL: not claimed yet
);
CREATE INDEX devices_by_expiry ON devices (expires_at);

-- What was taken in, so that it counts once however often it is sent. `body` of counters is empty: they are in
-- usage.
CREATE TABLE reports (
  kiosk_id INTEGER NOT NULL REFERENCES kiosks (id),
  report TEXT NOT NULL,            -- the report's own id
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,             -- as the machine says
  received_at INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (kiosk_id, report)
);
CREATE INDEX reports_by_time ON reports (received_at);

CREATE TABLE usage (
  commune TEXT NOT NULL,
  place TEXT NOT NULL,
  day TEXT NOT NULL,               -- in Việt Nam, "2026-11-27"
  kind TEXT NOT NULL,              -- use, rating, search
  subject TEXT NOT NULL,           -- a guide, a procedure's code, or words that guides have
  action TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (commune, place, day, kind, subject, action)
);
CREATE INDEX usage_by_day ON usage (day);

CREATE TABLE asks (
  id INTEGER PRIMARY KEY,          -- rising: a machine does each once
  kiosk_id INTEGER NOT NULL REFERENCES kiosks (id),
  ask TEXT NOT NULL,               -- sync, restart
  asked_by INTEGER NOT NULL REFERENCES accounts (id),
  asked_at INTEGER NOT NULL,
  done_at INTEGER
);
CREATE INDEX asks_by_kiosk ON asks (kiosk_id, done_at);

CREATE TABLE alarms (
  id INTEGER PRIMARY KEY,
  kiosk_id INTEGER NOT NULL REFERENCES kiosks (id),
  kind TEXT NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER                    -- NULL: it is still so
);
CREATE INDEX alarms_by_kiosk ON alarms (kiosk_id, until);
