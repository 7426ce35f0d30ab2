CREATE TABLE builds (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL,
  environment TEXT,
  started INTEGER NOT NULL, -- milliseconds since 1970
  took INTEGER NOT NULL, -- milliseconds
  outcome TEXT NOT NULL CHECK (outcome IN ('built', 'failed', 'cancelled')),
  reference TEXT,
  image TEXT,
  base TEXT,
  base_digest TEXT,
  error TEXT,
  log TEXT NOT NULL
);

CREATE INDEX builds_of_hash ON builds (hash, started);

CREATE TABLE build_steps (
  build TEXT NOT NULL REFERENCES builds (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  total INTEGER NOT NULL,
  instruction TEXT NOT NULL,
  took INTEGER NOT NULL, -- milliseconds
  cached INTEGER NOT NULL,
  PRIMARY KEY (build, position)
) WITHOUT ROWID;
