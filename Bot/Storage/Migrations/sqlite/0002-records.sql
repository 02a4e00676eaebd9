-- What reps told, as records: people, customers by alias, debriefs and what came of them, the promise, follow-ups.
CREATE TABLE people (
    key TEXT NOT NULL PRIMARY KEY,
    tenant TEXT NOT NULL,
    conversation TEXT NULL,
    language TEXT NULL,
    time_zone TEXT NULL,
    works_from INTEGER NOT NULL,
    works_to INTEGER NOT NULL,
    works_on INTEGER NOT NULL,
    stopped INTEGER NOT NULL,
    paused_until INTEGER NULL,
    last_unasked INTEGER NULL,
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL
);
CREATE TABLE customers (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    person TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    first_seen INTEGER NOT NULL
);
CREATE UNIQUE INDEX customers_once ON customers (person, key);
CREATE TABLE debriefs (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    person TEXT NOT NULL,
    conversation TEXT NOT NULL,
    number INTEGER NOT NULL,
    customer TEXT NULL,
    offer TEXT NOT NULL,
    channel TEXT NOT NULL,
    noes INTEGER NOT NULL,
    step TEXT NULL,
    reason TEXT NULL,
    won INTEGER NOT NULL,
    opened INTEGER NOT NULL,
    closed INTEGER NULL
);
CREATE UNIQUE INDEX debriefs_once ON debriefs (person, conversation, number);
CREATE TABLE readings (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    debrief_id INTEGER NOT NULL REFERENCES debriefs (id) ON DELETE CASCADE,
    round INTEGER NOT NULL,
    step TEXT NOT NULL,
    reason TEXT NOT NULL,
    confidence REAL NOT NULL,
    second_opinion INTEGER NULL,
    corrected_step TEXT NULL,
    corrected_reason TEXT NULL,
    guess TEXT NULL,
    commitment TEXT NULL,
    at INTEGER NOT NULL
);
CREATE UNIQUE INDEX readings_once ON readings (debrief_id, round);
CREATE TABLE promises (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    person TEXT NOT NULL,
    customer TEXT NOT NULL,
    name TEXT NOT NULL,
    made INTEGER NOT NULL,
    lifted INTEGER NULL,
    lifted_on TEXT NULL,
    lifted_by TEXT NULL
);
CREATE UNIQUE INDEX promises_standing ON promises (person, customer) WHERE lifted IS NULL;
CREATE TABLE promise_events (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    person TEXT NOT NULL,
    customer TEXT NOT NULL,
    other TEXT NULL,
    what INTEGER NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX promise_events_of ON promise_events (person, customer);
CREATE TABLE follow_ups (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    person TEXT NOT NULL,
    conversation TEXT NOT NULL,
    debrief INTEGER NOT NULL,
    customer TEXT NULL,
    name TEXT NOT NULL,
    offer TEXT NOT NULL,
    kind INTEGER NOT NULL,
    status INTEGER NOT NULL,
    due INTEGER NOT NULL,
    agreed TEXT NOT NULL,
    said TEXT NOT NULL,
    planned INTEGER NOT NULL,
    asked INTEGER NULL,
    mark TEXT NULL,
    snoozes INTEGER NOT NULL,
    outcome TEXT NULL,
    ended INTEGER NULL
);
CREATE INDEX follow_ups_due ON follow_ups (due) WHERE status = 0;
CREATE INDEX follow_ups_of ON follow_ups (person, status);
CREATE TABLE feedback (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    person TEXT NOT NULL,
    liked INTEGER NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX feedback_of ON feedback (person);
ALTER TABLE outbox ADD COLUMN person TEXT NULL;
ALTER TABLE outbox ADD COLUMN about TEXT NULL;
ALTER TABLE outbox ADD COLUMN after TEXT NULL;
CREATE INDEX outbox_about ON outbox (person, about) WHERE status < 2 AND about IS NOT NULL;
