-- What the last nightly visit of every link found wrong. A link that is well again leaves the table.

CREATE TABLE broken_links (
  url TEXT PRIMARY KEY,
  standing TEXT NOT NULL,          -- "broken", "refused", "moved"
  vi TEXT NOT NULL,                -- what is wrong, in words
  en TEXT NOT NULL,
  files TEXT NOT NULL,             -- the published files that lead to it, a JSON array
  since INTEGER NOT NULL           -- the first visit that found it so
);

CREATE TABLE link_visits (
  visited_at INTEGER NOT NULL      -- one row for each night's visit that came to its end
);
