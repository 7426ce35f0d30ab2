-- Environments and their versions. The order of ids is the order of registration.
CREATE TABLE environment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  environment INTEGER NOT NULL REFERENCES environment (id),
  version TEXT NOT NULL,
  kind TEXT NOT NULL,
  hash TEXT NOT NULL,
  canonical_json TEXT NOT NULL,
  definition TEXT NOT NULL,
  description TEXT NOT NULL,
  source TEXT NOT NULL,
  created INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  modified INTEGER NOT NULL,
  archived INTEGER NOT NULL DEFAULT 0,
  UNIQUE (environment, version)
);

CREATE INDEX version_by_hash ON version (hash);

-- Tags and properties.
CREATE TABLE note (
  version INTEGER NOT NULL REFERENCES version (id),
  kind TEXT NOT NULL CHECK (kind IN ('tag', 'property')),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (version, kind, name)
) WITHOUT ROWID;

CREATE TABLE stored_file (
  version INTEGER NOT NULL REFERENCES version (id),
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  executable INTEGER NOT NULL,
  link TEXT,
  PRIMARY KEY (version, path)
) WITHOUT ROWID;

-- What files hold, once for all that hold the same. Large ones lie in a folder beside the database.
CREATE TABLE blob (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
);
