-- What is in the images that were built here.
CREATE TABLE built_image (
  hash TEXT PRIMARY KEY,
  image_id TEXT NOT NULL,
  built INTEGER NOT NULL,       -- milliseconds since 1970, UTC
  base_reference TEXT,
  base_digest TEXT,
  prefix TEXT,
  python TEXT,
  os TEXT
) WITHOUT ROWID;

CREATE TABLE built_image_package (
  hash TEXT NOT NULL REFERENCES built_image (hash) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  origin TEXT NOT NULL,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  channel TEXT,
  prefix TEXT NOT NULL,
  requested INTEGER NOT NULL,
  PRIMARY KEY (hash, position)
) WITHOUT ROWID;
