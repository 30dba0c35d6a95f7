-- What people want to see of a source: its own name, and how many new items its last look brought.
ALTER TABLE source ADD COLUMN title VARCHAR;
ALTER TABLE source ADD COLUMN last_added BIGINT DEFAULT 0;
