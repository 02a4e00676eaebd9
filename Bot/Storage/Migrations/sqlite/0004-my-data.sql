-- What a person can ask for of their own data: a link to take it along, and to have all of it deleted.
CREATE TABLE export_links (
    hash TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL,
    expires INTEGER NOT NULL
);
CREATE INDEX export_links_of ON export_links (person);
CREATE TABLE erasures (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    conversation TEXT NOT NULL,
    last_in INTEGER NOT NULL,
    last_out INTEGER NOT NULL
);
CREATE TABLE forgotten (
    hash TEXT NOT NULL PRIMARY KEY,
    until INTEGER NOT NULL
);
CREATE TABLE chores (
    name TEXT NOT NULL PRIMARY KEY,
    done INTEGER NOT NULL
);
