-- How it went, beside the reading; and the follow-ups that a message reminded of.
ALTER TABLE readings ADD COLUMN outcome TEXT NULL;
CREATE INDEX follow_ups_reminded ON follow_ups (mark) WHERE mark IS NOT NULL;
