-- What a month's page counts beside its figures, kept as these are: the days on which exceptions come and go, and
-- the money on the rungs at the ends of months.

-- `exception_change` says more.
DROP TABLE exception_candidate;
DELETE FROM exception_state;

-- Derived: by kind and household, how many exceptions more or fewer there are in a village from a day on, from
-- 1 January of the register's year, as known at exception_state.known_entry. Those of a day are the sum of the
-- changes up to it. Kinds that few facts lead to are not kept, and `class_without_dibao` is kept of all counties,
-- also of those that have sent no list (its number is 9). Always worked out again from the facts (`check` compares).
CREATE TABLE exception_change (
  kind INTEGER NOT NULL,                -- its number in `RegisterException.Kind`
  household_id INTEGER NOT NULL,
  on_day INTEGER NOT NULL,
  village_code INTEGER NOT NULL,        -- 0 where the household lives nowhere
  change INTEGER NOT NULL CHECK (change <> 0),
  PRIMARY KEY (kind, household_id, on_day, village_code)
) STRICT, WITHOUT ROWID;

-- Derived: the money on a rung of a fund, source and county at the end of a month, summed over accounts, as known
-- at figure_state.known_entry. Always worked out again from the facts (`check` compares).
CREATE TABLE rung_figure (
  year INTEGER NOT NULL,
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12), -- the sums are those of its last day
  rung INTEGER NOT NULL,                -- as of `account`
  fund TEXT NOT NULL,                   -- as of `batch_issue`; '' where the batch is not issued any more
  source INTEGER NOT NULL,              -- as of `batch`
  county_code INTEGER NOT NULL,         -- 0 where it is no county's
  accounts INTEGER NOT NULL,            -- on which anything came or went by then; without any there is no row
  in_fen INTEGER NOT NULL, out_fen INTEGER NOT NULL,   -- within the year, net of what came back
  held_fen INTEGER NOT NULL,
  held_over_90_fen INTEGER NOT NULL, held_over_365_fen INTEGER NOT NULL, -- first in, first out
  PRIMARY KEY (year, month, rung, fund, source, county_code)
) STRICT, WITHOUT ROWID;

-- What was kept has no rungs: all is filled at the end of the upgrade.
DELETE FROM figure_state;
DELETE FROM figure;
DELETE FROM county_figure;
