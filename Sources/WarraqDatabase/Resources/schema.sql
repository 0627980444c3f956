-- What a run writes. Offsets are half-open and count in the unit that `fact` names.
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE document (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  title TEXT,
  source TEXT,
  date TEXT,
  metadata TEXT NOT NULL,
  text TEXT NOT NULL,
  layers TEXT NOT NULL
);
CREATE INDEX document_id ON document (id);

CREATE TABLE sentence (
  document INTEGER NOT NULL REFERENCES document,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE keyword (
  document INTEGER NOT NULL REFERENCES document,
  rank INTEGER NOT NULL,
  text TEXT NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (document, rank)
) WITHOUT ROWID;
CREATE INDEX keyword_text ON keyword (text);

CREATE TABLE name (
  document INTEGER NOT NULL REFERENCES document,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  latin TEXT NOT NULL,
  evidence TEXT NOT NULL,
  PRIMARY KEY (document, start)
) WITHOUT ROWID;
CREATE INDEX name_latin ON name (latin);

CREATE TABLE summary (
  document INTEGER NOT NULL REFERENCES document,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE failure (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  stage TEXT,
  problem TEXT NOT NULL,
  mend TEXT
);

-- Words without attached particles, folded for matching, and their stems. The texts themselves stand
-- in `document`, so the index keeps none.
CREATE VIRTUAL TABLE search USING fts5(
  title, words, stems, content='', tokenize="unicode61 remove_diacritics 0"
);

-- How many batches are in: what a stopped run goes on from.
CREATE TABLE progress (batches INTEGER NOT NULL, closed INTEGER NOT NULL);
INSERT INTO progress VALUES (0, 0);
