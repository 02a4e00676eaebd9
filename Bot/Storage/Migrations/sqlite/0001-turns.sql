-- Bot state, and what makes a turn durable. A file of the first version has the table of state already.
CREATE TABLE IF NOT EXISTS state (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    version INTEGER NOT NULL
);
CREATE TABLE conversations (
    key TEXT NOT NULL PRIMARY KEY,
    token INTEGER NOT NULL,
    holder TEXT NULL,
    leased_until INTEGER NOT NULL,
    reference TEXT NOT NULL,
    closed_for TEXT NULL
);
CREATE TABLE inbox (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    conversation TEXT NOT NULL,
    activity_id TEXT NOT NULL,
    press TEXT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    answer TEXT NULL,
    tries INTEGER NOT NULL,
    received INTEGER NOT NULL,
    done INTEGER NULL
);
CREATE UNIQUE INDEX inbox_once ON inbox (conversation, activity_id);
CREATE UNIQUE INDEX inbox_press_once ON inbox (conversation, press) WHERE press IS NOT NULL;
CREATE INDEX inbox_waiting ON inbox (conversation, id) WHERE status = 0;
CREATE TABLE outbox (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    conversation TEXT NOT NULL,
    mark TEXT NOT NULL,
    kind INTEGER NOT NULL,
    target TEXT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    ambiguous INTEGER NOT NULL,
    last_status INTEGER NOT NULL,
    created INTEGER NOT NULL,
    due INTEGER NOT NULL,
    sent INTEGER NULL,
    channels_id TEXT NULL
);
CREATE UNIQUE INDEX outbox_mark ON outbox (mark);
CREATE INDEX outbox_open ON outbox (conversation, id) WHERE status < 2;
CREATE INDEX outbox_due ON outbox (due) WHERE status < 2;
