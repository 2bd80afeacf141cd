-- Who works here. Instants are seconds since 1970. Tokens are kept as their SHA-256: a copy of this file signs
-- nobody in.

CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  roles TEXT NOT NULL,             -- "author reviewer"
  commune TEXT NOT NULL,           -- empty for an operator of the province
  password TEXT NOT NULL,          -- scrypt, with its work factors and salt
  disabled INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
);

CREATE TABLE invitations (
  id INTEGER PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  roles TEXT NOT NULL,
  commune TEXT NOT NULL,
  account_id INTEGER REFERENCES accounts (id),  -- NULL: for a new account; else a new password for this one
  invited_by INTEGER REFERENCES accounts (id),  -- NULL: by a command on the server
  expires_at INTEGER NOT NULL,
  used_at INTEGER
);

CREATE TABLE sessions (
  id INTEGER PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account_id);

-- Failed sign-ins of an account's name or of an address.
CREATE TABLE attempts (
  subject TEXT NOT NULL PRIMARY KEY,
  failures INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  free_at INTEGER NOT NULL
);

CREATE TABLE signer_keys (
  id INTEGER PRIMARY KEY,
  key_id TEXT NOT NULL UNIQUE,     -- TUF's, over the whole key object
  public_key TEXT NOT NULL,        -- the key object as JSON
  public_value TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  state TEXT NOT NULL,             -- enrolled, approved, revoked
  enrolled_at INTEGER NOT NULL,
  decided_by INTEGER REFERENCES accounts (id),
  decided_at INTEGER
);
CREATE INDEX signer_keys_by_account ON signer_keys (account_id);

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  about TEXT NOT NULL,
  hash TEXT NOT NULL               -- over the hash before and this row
);
