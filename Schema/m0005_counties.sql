-- The months' figures by county, kept beside those by village, and short ways to the few places that a report
-- by county names.

-- Derived: the sums of `figure` over the villages of a county, as known at figure_state.known_entry too. Always
-- worked out again from the facts (`check` compares).
CREATE TABLE county_figure (
  year INTEGER NOT NULL,
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12), -- the figures are those of its last day
  county_code INTEGER NOT NULL,         -- by the digits of the village's code; 0 where they are no code
  class INTEGER NOT NULL,               -- code list `class`; 0 none
  households_enrolled INTEGER NOT NULL, persons_enrolled INTEGER NOT NULL,
  plan INTEGER NOT NULL, project INTEGER NOT NULL, fund INTEGER NOT NULL,
  support INTEGER NOT NULL, implementation INTEGER NOT NULL, contact INTEGER NOT NULL,
  households_fulfilled INTEGER NOT NULL, persons_supported INTEGER NOT NULL,
  persons_supported_in_month INTEGER NOT NULL, households_lapsed INTEGER NOT NULL,
  households_paid INTEGER NOT NULL, households_accepted INTEGER NOT NULL,
  households_income_goal INTEGER NOT NULL,
  allocated_fen INTEGER NOT NULL, paid_fen INTEGER NOT NULL,
  PRIMARY KEY (year, month, county_code, class)
) STRICT, WITHOUT ROWID;

-- What was kept has no counties: both tables are filled at the end of the upgrade.
DELETE FROM figure_state;
DELETE FROM figure;

-- Places down to the county.
CREATE INDEX region_upper ON region (level) WHERE level <= 3;

-- Places that are of another level, or lie in another place, than their digits say. While there are none, the
-- digits of a village's code say in which county it is reported.
CREATE INDEX region_elsewhere ON region (code, parent_code)
  WHERE NOT (level = 5 AND code > 999999999 AND parent_code = code / 1000)
    AND level > 1 AND (
      parent_code <> CASE level
        WHEN 2 THEN code / 10000 * 10000 WHEN 3 THEN code / 100 * 100 ELSE code / 1000 END
      OR level <> CASE WHEN code > 999999999 THEN 5 WHEN code > 999999 THEN 4
        WHEN code % 100 > 0 THEN 3 ELSE 2 END);
