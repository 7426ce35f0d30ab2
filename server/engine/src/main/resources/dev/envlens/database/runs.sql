-- What was run on this machine. Times are milliseconds since 1970, and how many.
CREATE TABLE run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  started INTEGER NOT NULL,
  took INTEGER, -- NULL while it runs, and for ever when it was killed
  status INTEGER,
  way TEXT NOT NULL, -- container or conda
  environment TEXT NOT NULL,
  version TEXT NOT NULL,
  hash TEXT NOT NULL,
  image TEXT, -- a reference; NULL for conda
  digest TEXT, -- sha256:…; NULL for conda
  command TEXT NOT NULL, -- a JSON array, secrets masked
  folder TEXT NOT NULL
);
