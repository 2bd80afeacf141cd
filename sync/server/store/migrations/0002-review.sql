-- Drafts on their way to the screens. Instants are seconds since 1970. Nothing here can publish: what does is
-- people's signatures, which lie in the repository tree with the change they sign.

CREATE TABLE proposals (
  id INTEGER PRIMARY KEY,
  role TEXT NOT NULL,              -- "commune-09784", "emergency"
  commune TEXT NOT NULL,           -- empty: the whole province's
  kind TEXT NOT NULL,              -- drafts, rollback, again, emergency, command-line
  state TEXT NOT NULL,             -- making, waiting, published, conflict, dropped
  version INTEGER NOT NULL,        -- of the role's file; 0 while making
  expires INTEGER NOT NULL,
  signed_sha256 TEXT NOT NULL,     -- of the bytes that signatures are over; empty while making
  threshold INTEGER NOT NULL,
  note TEXT NOT NULL,
  made_by INTEGER REFERENCES accounts (id),  -- NULL: the schedule or a command line
  made_at INTEGER NOT NULL,
  done_at INTEGER,
  timestamp_version INTEGER        -- with which it became public
);
CREATE INDEX proposals_by_role ON proposals (role, version);
CREATE INDEX proposals_by_state ON proposals (state);

CREATE TABLE proposal_signatures (
  proposal_id INTEGER NOT NULL REFERENCES proposals (id),
  key_id TEXT NOT NULL,
  account_id INTEGER REFERENCES accounts (id),  -- NULL: by a command line
  at INTEGER NOT NULL,
  PRIMARY KEY (proposal_id, key_id)
);

CREATE TABLE drafts (
  id INTEGER PRIMARY KEY,
  commune TEXT NOT NULL,
  path TEXT NOT NULL,              -- "communes/09784/patches/khai-sinh.json"
  kind TEXT NOT NULL,              -- guide, patch, notice, place, heritage, product
  state TEXT NOT NULL,
  unreviewed INTEGER NOT NULL DEFAULT 0,
  removal INTEGER NOT NULL DEFAULT 0,  -- 1: it takes its path off the screens
  revision INTEGER NOT NULL,
  author_id INTEGER NOT NULL REFERENCES accounts (id),
  note TEXT NOT NULL,
  base TEXT,                       -- what was published when it was begun; NULL: nothing
  base_sha256 TEXT NOT NULL,       -- of the same, empty for nothing
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  publish_at INTEGER,              -- while scheduled
  reason TEXT NOT NULL DEFAULT '', -- why it went out without a review
  pushed_by INTEGER REFERENCES accounts (id),
  approved_by INTEGER REFERENCES accounts (id),
  proposal_id INTEGER REFERENCES proposals (id),
  published_version INTEGER        -- of its role's file
);
CREATE INDEX drafts_by_path ON drafts (path, state);
CREATE INDEX drafts_by_commune ON drafts (commune, state);
CREATE INDEX drafts_by_proposal ON drafts (proposal_id);

-- Every ten minutes of each person's work, and every revision that was submitted.
CREATE TABLE draft_revisions (
  draft_id INTEGER NOT NULL REFERENCES drafts (id),
  revision INTEGER NOT NULL,
  content TEXT NOT NULL,           -- the object as JSON
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  at INTEGER NOT NULL,
  submitted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (draft_id, revision)
);

-- Everybody who ever saved a revision: they approve nothing of it.
CREATE TABLE draft_writers (
  draft_id INTEGER NOT NULL REFERENCES drafts (id),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  PRIMARY KEY (draft_id, account_id)
);

CREATE TABLE draft_comments (
  id INTEGER PRIMARY KEY,
  draft_id INTEGER NOT NULL REFERENCES drafts (id),
  account_id INTEGER REFERENCES accounts (id),  -- NULL: by the server
  at INTEGER NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX draft_comments_by_draft ON draft_comments (draft_id);

-- Pictures as they will be published, made anew from what was sent.
CREATE TABLE pictures (
  id INTEGER PRIMARY KEY,
  commune TEXT NOT NULL,
  file TEXT NOT NULL,              -- "anh-1f3a9c20.jpg"
  bytes BLOB NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  alt TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  at INTEGER NOT NULL,
  UNIQUE (commune, file)
);
