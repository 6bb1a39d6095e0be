-- The households that may have an exception, kept so that a month's page need not look for them among all.

-- Derived: by kind, the households of which an exception of that kind may stand on some day from 1 January of
-- the register's year on, as known at exception_state.known_entry. Whether one does on a day is asked of the
-- facts. Always worked out again from the facts (`check` compares).
CREATE TABLE exception_candidate (
  kind TEXT NOT NULL,                   -- as `report exceptions` names it
  household_id INTEGER NOT NULL,
  PRIMARY KEY (kind, household_id)
) STRICT, WITHOUT ROWID;

-- Derived: what `exception_candidate` knows. Without a row, or behind the last entry, it is worked out on
-- reading.
CREATE TABLE exception_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  known_entry INTEGER NOT NULL REFERENCES entry (id)
) STRICT;
