-- The register: what it keeps, table by table. the words are those of Domain.docc/Rules.md, one table a fact.
--
-- Conventions, said once:
--   * A fact table's row is written once. `id` rises for ever; `entered` is the entry that added the row,
--     `withdrawn` the entry that took it back, NULL while it stands. A question "as known at entry N" asks
--     for entered <= N AND (withdrawn IS NULL OR withdrawn > N).
--   * Facts refer to identities (place, household, staff, project, batch, account, inspection), never to
--     facts, so that a correction moves no reference.
--   * Money is whole fen in a column named *_fen. A day is a number of days since 1970-01-01 in a column
--     named *_on, since or until; -719162 (0001-01-01) is "before any day that is asked about" and 2932896
--     (9999-12-31) the open end. A period is [since, until): its last day is the one before `until`.
--     A moment is UTC text, 2011-06-30T08:00:00.000Z, in a column named *_at.
--   * Quantities are thousandths in a column named *_milli, percentages hundredths in *_hundredths.
--   * Codes of coded columns are listed in code_label.
--   * A column or table that no command writes yet says which one will.
--   * Indexes on standing facts say WHERE withdrawn IS NULL; a query must say so too, or it scans. Those
--     named *_past find what no longer stands, for questions as known at an earlier entry.

-- ---------------------------------------------------------------------------------------------------
-- The register itself

-- Every table whose rows an entry adds, in the order in which the chain hashes them. The guards (who may
-- add, change, delete) of every table follow from this list and the next.
CREATE TABLE fact_table (
  id INTEGER PRIMARY KEY,               -- the table's number in the chain, for ever
  name TEXT NOT NULL UNIQUE,
  can_withdraw INTEGER NOT NULL         -- 0: keys, closes and redactions, which stay for good
    CHECK (can_withdraw IN (0, 1)),
  identity TEXT                         -- the columns that say who a person is, blanks between; NULL: the
                                        -- table is not about people. With them a row bears a salt.
) STRICT;

-- Every column that a fact says, besides its id, its entry and its mark. A leaf of the chain is made of the
-- numbers, so that a column of later years changes no hash of earlier ones. Filled from the tables
-- themselves when a migration has run.
CREATE TABLE fact_column (
  fact_table INTEGER NOT NULL REFERENCES fact_table (id),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 250), -- the column's within its table, for ever
  name TEXT NOT NULL,
  kind TEXT NOT NULL,                   -- INTEGER, TEXT or BLOB
  is_identity INTEGER NOT NULL          -- 1: says who a person is; hashed apart and emptied by a redaction
    CHECK (is_identity IN (0, 1)),
  PRIMARY KEY (fact_table, number),
  UNIQUE (fact_table, name)
) STRICT, WITHOUT ROWID;

-- Every column of an entry's header that the chain hashes, besides its number and the hash before it.
CREATE TABLE entry_column (
  number INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 250), -- for ever
  name TEXT NOT NULL UNIQUE,
  is_free_text INTEGER NOT NULL         -- 1: enters as a hash of its own
    CHECK (is_free_text IN (0, 1))
) STRICT;

-- Never has a row. A deferred reference to it lets a transaction pass through a state in which it must
-- not end: an open entry.
CREATE TABLE never (id INTEGER PRIMARY KEY CHECK (id IS NULL)) STRICT;

-- One act by one officer: 1, 2, 3 … with no gaps. Inserted open (hash NULL), judged by every rule (m0003)
-- and sealed, all in one transaction; the seal cannot be taken off.
CREATE TABLE entry (
  id INTEGER PRIMARY KEY CHECK (id >= 1),
  made_at TEXT NOT NULL,                -- moment, never before the one of the entry before
  clock_at TEXT,                        -- what the machine's clock said, where it said something earlier
  officer TEXT NOT NULL CHECK (officer <> ''),
  office_code INTEGER NOT NULL,
  command TEXT NOT NULL,                -- the verb and its sheet or object: `import roster`, `log`
  reason TEXT,
  source_name TEXT,                     -- the imported file's name, without its folders
  source_sha256 BLOB CHECK (length(source_sha256) = 32),
  source_rows INTEGER,                  -- records of that file, header and passed-over rows left out
  rejected_rows INTEGER CHECK (rejected_rows >= 0), -- records left out under --accept-valid; NULL none asked.
                                        -- `import` will write it, for `report submissions`
  report_month INTEGER                  -- the month it was sent for, year × 100 + month; NULL the month before
    CHECK (report_month BETWEEN 194901 AND 219912), -- made_at. `import --month` will write it
  undoes INTEGER REFERENCES entry (id), -- the entry this one takes back
  previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32), -- 32 zero bytes for the first
  is_judged INTEGER NOT NULL DEFAULT 0  -- 1 once every rule held for what it did; nothing enters after
    CHECK (is_judged IN (0, 1)),
  hash BLOB CHECK (length(hash) = 32),  -- over previous_hash, this header and the facts; NULL while open
  open_id INTEGER AS (CASE WHEN hash IS NULL THEN id END) STORED
    REFERENCES never (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE UNIQUE INDEX entry_undoes ON entry (undoes) WHERE undoes IS NOT NULL;

-- Which rows of a table an entry added. Rows of one entry follow each other, so a range says it all.
CREATE TABLE entry_part (
  entry INTEGER NOT NULL REFERENCES entry (id),
  fact_table INTEGER NOT NULL REFERENCES fact_table (id),
  first_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL CHECK (last_id >= first_id),
  PRIMARY KEY (entry, fact_table)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_part_range ON entry_part (fact_table, first_id, last_id);

-- A person's identity erased by law: the row's identity columns and salt are emptied, and what the chain
-- hashed of them is kept here. The row's other columns stay, and stay verified. `redact` will write it.
CREATE TABLE redaction (
  id INTEGER PRIMARY KEY,
  fact_table INTEGER NOT NULL REFERENCES fact_table (id),
  fact_id INTEGER NOT NULL,
  identity_hash BLOB NOT NULL CHECK (length(identity_hash) = 32), -- SHA-256 over salt and identity columns
  ground TEXT NOT NULL CHECK (ground <> ''),    -- the law or decision
  entered INTEGER NOT NULL REFERENCES entry (id),
  UNIQUE (fact_table, fact_id)
) STRICT;

-- The counties whose facts an entry brought, for `report submissions`. `import` will write it.
CREATE TABLE entry_county (
  id INTEGER PRIMARY KEY,
  county_code INTEGER NOT NULL REFERENCES place (code),
  source_rows INTEGER NOT NULL CHECK (source_rows >= 0),     -- records of the file that are the county's
  rejected_rows INTEGER NOT NULL CHECK (rejected_rows >= 0), -- of these, left out under --accept-valid
  entered INTEGER NOT NULL REFERENCES entry (id),
  UNIQUE (entered, county_code)
) STRICT;

-- What this file is: one row, of the first entry.
CREATE TABLE register (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  office_code INTEGER NOT NULL,         -- the office it belongs to: 430000 the province, a prefecture or a county
  year INTEGER NOT NULL                 -- the programme year it was made for
    CHECK (year BETWEEN 1949 AND 2199),
  made_at TEXT NOT NULL,                -- moment of `init`
  register_number BLOB NOT NULL         -- 128 random bits: no two registers have one chain
    CHECK (length(register_number) = 16),
  entered INTEGER NOT NULL REFERENCES entry (id)
) STRICT;

-- The labels of coded columns, so that the file explains itself.
CREATE TABLE code_label (
  id INTEGER PRIMARY KEY,
  list TEXT NOT NULL,                   -- class, role, source, relation …
  code INTEGER NOT NULL,                -- as stored in the facts
  name TEXT NOT NULL,                   -- English key, as in the sheets
  chinese TEXT NOT NULL,                -- Chinese label, as in the sheets
  entered INTEGER NOT NULL REFERENCES entry (id),
  UNIQUE (list, code)
) STRICT;

-- ---------------------------------------------------------------------------------------------------
-- Identities

-- A place by code: GB/T 2260 (6 digits), GB/T 10114 (9 digits), 12 digits for villages.
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  code INTEGER NOT NULL UNIQUE,
  entered INTEGER NOT NULL REFERENCES entry (id)
) STRICT;

-- A household by its number.
CREATE TABLE household (
  id INTEGER PRIMARY KEY,
  household_no TEXT NOT NULL UNIQUE CHECK (length(household_no) BETWEEN 1 AND 32),
  entered INTEGER NOT NULL REFERENCES entry (id)
) STRICT;

-- An official by number.
CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  staff_no TEXT NOT NULL UNIQUE CHECK (staff_no <> ''),
  entered INTEGER NOT NULL REFERENCES entry (id)
) STRICT;

-- A project by number.
CREATE TABLE project (
  id INTEGER PRIMARY KEY,
  project_no TEXT NOT NULL UNIQUE CHECK (project_no <> ''),
  entered INTEGER NOT NULL REFERENCES entry (id)
) STRICT;

-- One source's share of a batch. A batch issued from two sources is two rows with one number.
CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  batch_no TEXT NOT NULL CHECK (batch_no <> ''),
  source INTEGER NOT NULL CHECK (source BETWEEN 1 AND 9), -- code list `source`; 1–5 are fiscal
  entered INTEGER NOT NULL REFERENCES entry (id),
  UNIQUE (batch_no, source)
) STRICT;

-- One place where money of a batch can stand: a rung of the ladder.
CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  rung INTEGER NOT NULL CHECK (rung BETWEEN 0 AND 4), -- 0 batch, 1 county, 2 project, 3 household, 4 paid
  county_code INTEGER REFERENCES place (code),
  project_id INTEGER REFERENCES project (id),
  household_id INTEGER REFERENCES household (id),
  payee TEXT,                           -- who was paid where no household was: a road builder, a school
  entered INTEGER NOT NULL REFERENCES entry (id),
  CHECK ((county_code IS NOT NULL) = (rung = 1)),
  CHECK ((project_id IS NOT NULL) = (rung >= 2)),
  CHECK ((household_id IS NOT NULL) = (rung = 3 OR rung = 4 AND payee IS NULL)),
  CHECK (payee IS NULL OR rung = 4)
) STRICT;
CREATE UNIQUE INDEX account_household ON account (household_id, batch_id, project_id, rung)
  WHERE household_id IS NOT NULL;
CREATE UNIQUE INDEX account_county ON account (county_code, batch_id) WHERE rung = 1;
CREATE UNIQUE INDEX account_project ON account (project_id, batch_id, rung, payee)
  WHERE rung >= 2 AND household_id IS NULL AND payee IS NOT NULL;
CREATE UNIQUE INDEX account_project_held ON account (batch_id, project_id) WHERE rung = 2;
CREATE UNIQUE INDEX account_batch ON account (batch_id) WHERE rung = 0;
CREATE INDEX account_of_project ON account (project_id) WHERE project_id IS NOT NULL;

-- A list for the bank to pay, by number. `fund paylist` and the sheet `pay_lists` will write it.
CREATE TABLE pay_list (
  id INTEGER PRIMARY KEY,
  paylist_no TEXT NOT NULL UNIQUE CHECK (paylist_no <> ''),
  entered INTEGER NOT NULL REFERENCES entry (id)
) STRICT;

-- A drawing of households for inspection, by number. `inspect draw` and the sheet `inspections` will write it.
CREATE TABLE inspection (
  id INTEGER PRIMARY KEY,
  inspection_no TEXT NOT NULL UNIQUE CHECK (inspection_no <> ''),
  entered INTEGER NOT NULL REFERENCES entry (id)
) STRICT;

-- ---------------------------------------------------------------------------------------------------
-- Places and lines

-- What a place is called and belongs to, while a code was valid.
CREATE TABLE region (
  id INTEGER PRIMARY KEY,
  code INTEGER NOT NULL REFERENCES place (code),
  parent_code INTEGER REFERENCES place (code),  -- NULL for the province
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5), -- code list `level`: 1 province … 5 village
  name_zh TEXT NOT NULL CHECK (name_zh <> ''),
  name_en TEXT,
  area INTEGER,                         -- code list `area`: wuling, luoxiao; counties only
  supported INTEGER CHECK (supported IN (0, 1)),       -- one of the 40 counties
  national_key INTEGER CHECK (national_key IN (0, 1)), -- one of the 20 counties
  tier INTEGER,                         -- code list `tier`: key villages
  valid_from INTEGER NOT NULL DEFAULT -719162,
  valid_until INTEGER NOT NULL DEFAULT 2932896 CHECK (valid_until > valid_from),
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX region_code ON region (code, valid_from) WHERE withdrawn IS NULL;
CREATE INDEX region_parent ON region (parent_code, code) WHERE withdrawn IS NULL;
CREATE INDEX region_withdrawn ON region (withdrawn) WHERE withdrawn IS NOT NULL;

-- The poverty line in force in a region from a day. `init` writes the one of 2011; the sheet `poverty_lines`
-- will write others.
CREATE TABLE poverty_line (
  id INTEGER PRIMARY KEY,
  region_code INTEGER NOT NULL REFERENCES place (code),
  since INTEGER NOT NULL,
  poverty_line_fen INTEGER NOT NULL CHECK (poverty_line_fen > 0), -- a person and year
  dibao_line_fen INTEGER CHECK (dibao_line_fen > 0),              -- a person and year; NULL not set
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX poverty_line_region ON poverty_line (region_code, since) WHERE withdrawn IS NULL;
CREATE INDEX poverty_line_withdrawn ON poverty_line (withdrawn) WHERE withdrawn IS NOT NULL;

-- A programme year the register keeps. `init` writes the first; `year open` and the sheet `years` will write
-- others.
CREATE TABLE programme_year (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 2199),
  income_goal_fen INTEGER NOT NULL,     -- growth a household's income must reach; 150000 in 2011
  report_due_day INTEGER                -- day of the next month by which a county's sheets are due; NULL none
    CHECK (report_due_day BETWEEN 1 AND 31), -- set. `year open` and the sheet `years` will write it
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX programme_year_year ON programme_year (year) WHERE withdrawn IS NULL;
CREATE INDEX programme_year_withdrawn ON programme_year (withdrawn) WHERE withdrawn IS NOT NULL;

-- Persons to support in a year: the province's, a prefecture's or a county's quota.
CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  programme TEXT NOT NULL,              -- `convergence` is the one counted by household
  year INTEGER NOT NULL,
  region_code INTEGER NOT NULL REFERENCES place (code),
  persons INTEGER NOT NULL CHECK (persons >= 0),
  month_01 INTEGER, month_02 INTEGER, month_03 INTEGER, month_04 INTEGER, -- cumulative persons by the
  month_05 INTEGER, month_06 INTEGER, month_07 INTEGER, month_08 INTEGER, -- end of the month; NULL not
  month_09 INTEGER, month_10 INTEGER, month_11 INTEGER, month_12 INTEGER, -- given
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX target_region ON target (programme, year, region_code) WHERE withdrawn IS NULL;
CREATE INDEX target_withdrawn ON target (withdrawn) WHERE withdrawn IS NOT NULL;

-- ---------------------------------------------------------------------------------------------------
-- Households and members

-- Where a household lives from a day; the next row ends it. A household stands while it has one.
CREATE TABLE residence (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household (id),
  village_code INTEGER NOT NULL REFERENCES place (code),
  since INTEGER NOT NULL,               -- -719162 from the roster, a day from a move
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX residence_household ON residence (household_id, since)
  WHERE withdrawn IS NULL;
CREATE INDEX residence_village ON residence (village_code, household_id) WHERE withdrawn IS NULL;
CREATE INDEX residence_withdrawn ON residence (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX residence_past ON residence (household_id, withdrawn) WHERE withdrawn IS NOT NULL;

-- Where a household stands in the two systems from a day; the next row ends it.
CREATE TABLE household_class (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household (id),
  class INTEGER NOT NULL CHECK (class BETWEEN 1 AND 4), -- code list `class`
  ground TEXT,                          -- the officer's ground for it
  since INTEGER NOT NULL,               -- -719162 from the roster, a day from a reclassification
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX household_class_household ON household_class (household_id, since)
  WHERE withdrawn IS NULL;
CREATE INDEX household_class_withdrawn ON household_class (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX household_class_past ON household_class (household_id, withdrawn)
  WHERE withdrawn IS NOT NULL;

-- What the roster says of a household as a whole.
CREATE TABLE circumstance (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household (id),
  cause TEXT,                           -- main cause of poverty, label of the list or as written
  income_per_capita_fen INTEGER,        -- a person, the year before enrolment; never an income baseline
  household_size INTEGER CHECK (household_size >= 0), -- as the county wrote it, beside the members kept
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX circumstance_household ON circumstance (household_id) WHERE withdrawn IS NULL;
CREATE INDEX circumstance_withdrawn ON circumstance (withdrawn) WHERE withdrawn IS NOT NULL;

-- A household taken into a programme year.
CREATE TABLE enrolment (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household (id),
  year INTEGER NOT NULL,                -- the year of enrolled_on
  enrolled_on INTEGER NOT NULL          -- rule_enrolment_year says exactly; this keeps nonsense out
    CHECK (abs(enrolled_on - (year - 1970) * 36525 / 100) <= 400),
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX enrolment_household ON enrolment (household_id, year) WHERE withdrawn IS NULL;
CREATE INDEX enrolment_withdrawn ON enrolment (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX enrolment_past ON enrolment (household_id, withdrawn) WHERE withdrawn IS NOT NULL;

-- A person's days in a household, and what is known of the person. (household_id, member_no) names the
-- person within the household: a correction keeps it, two periods of one person share it.
CREATE TABLE member (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household (id),
  member_no INTEGER NOT NULL CHECK (member_no >= 1), -- 1, 2, 3 … in the order of registering; never reused
  joined_on INTEGER NOT NULL,           -- -719162: from before any day that is asked about
  left_on INTEGER NOT NULL CHECK (left_on > joined_on), -- the first day no longer a member
  resident_key INTEGER,                 -- GB 11643 ID: first 17 digits × 11 + check value (X = 10); NULL none
  relation INTEGER,                     -- code list `relation`, to the head at registering
  sex INTEGER CHECK (sex IN (1, 2)),    -- code list `sex`; NULL unknown
  name TEXT,                            -- NULL only when redacted
  resident_written TEXT,                -- the ID as written where that was not its 18 characters
  id_verified TEXT,                     -- reason why an ID with a wrong check digit was taken
  birth_date TEXT,                      -- 1980-05-01, or as far as known: 1980-05, 1980
  ethnicity TEXT,
  education TEXT,
  health TEXT,
  labour TEXT,
  phone TEXT,
  account_no TEXT,
  remark TEXT,
  salt INTEGER DEFAULT (random()),      -- keeps the leaf of an ID number from being guessed; NULL redacted
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX member_household ON member (household_id, member_no, joined_on)
  WHERE withdrawn IS NULL;
CREATE INDEX member_resident ON member (resident_key, household_id)
  WHERE withdrawn IS NULL AND resident_key IS NOT NULL;
CREATE INDEX member_withdrawn ON member (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX member_past ON member (household_id, withdrawn) WHERE withdrawn IS NOT NULL;

-- Who is head from a day; the next row ends it.
CREATE TABLE headship (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household (id),
  member_no INTEGER NOT NULL,           -- the person within the household
  since INTEGER NOT NULL,               -- -719162 from the roster, a day from a change of head
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX headship_household ON headship (household_id, since)
  WHERE withdrawn IS NULL;
CREATE INDEX headship_withdrawn ON headship (withdrawn) WHERE withdrawn IS NOT NULL;

-- The first day a household no longer stands, and why.
CREATE TABLE household_end (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household (id),
  ended_on INTEGER NOT NULL,
  ground TEXT,                          -- died out, moved away and where to …
  into_household_id INTEGER REFERENCES household (id), -- the one it merged into
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX household_end_household ON household_end (household_id) WHERE withdrawn IS NULL;
CREATE INDEX household_end_into ON household_end (into_household_id)
  WHERE withdrawn IS NULL AND into_household_id IS NOT NULL;
CREATE INDEX household_end_withdrawn ON household_end (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX household_end_past ON household_end (household_id, withdrawn)
  WHERE withdrawn IS NOT NULL;

-- What happened in a household's life, as it was reported; the dated facts it made stand in the tables
-- above and came in the same entry.
CREATE TABLE household_event (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household (id),
  event INTEGER NOT NULL CHECK (event BETWEEN 1 AND 6), -- code list `event`
  happened_on INTEGER NOT NULL,
  village_code INTEGER REFERENCES place (code),           -- move, split: where to
  class INTEGER,                        -- reclass: to what
  ground TEXT,
  member_no INTEGER NOT NULL DEFAULT 0, -- head, split: who, as a person of household_id; 0 nobody named
  other_household_id INTEGER REFERENCES household (id), -- split: the new one; merge: the one that takes in
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX household_event_household
  ON household_event (household_id, event, happened_on, member_no) WHERE withdrawn IS NULL;
CREATE INDEX household_event_other ON household_event (other_household_id)
  WHERE withdrawn IS NULL AND other_household_id IS NOT NULL;
CREATE INDEX household_event_withdrawn ON household_event (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX household_event_past ON household_event (household_id, withdrawn)
  WHERE withdrawn IS NOT NULL;

-- A refused claim: a person listed in a household while an active member of another. Counts nowhere,
-- stands in the exceptions, lapses when one side yields.
CREATE TABLE claim (
  id INTEGER PRIMARY KEY,
  household_no TEXT NOT NULL,           -- the household that claims, as written: it may not be registered
  holder_id INTEGER NOT NULL REFERENCES household (id), -- the household the person stands in
  resident_key INTEGER,                 -- NULL only when redacted
  name TEXT,
  joined_on INTEGER NOT NULL,
  left_on INTEGER NOT NULL,
  source_line INTEGER NOT NULL,         -- physical line in the entry's file
  salt INTEGER DEFAULT (random()),
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE INDEX claim_resident ON claim (resident_key) WHERE withdrawn IS NULL;
CREATE INDEX claim_holder ON claim (holder_id) WHERE withdrawn IS NULL;
CREATE INDEX claim_withdrawn ON claim (withdrawn) WHERE withdrawn IS NOT NULL;

-- Civil affairs' own list of people on the allowance, crossed with the register by ID.
CREATE TABLE dibao_listing (
  id INTEGER PRIMARY KEY,
  resident_key INTEGER,                 -- NULL only when redacted
  resident_written TEXT,                -- where that was not the 18 characters
  name TEXT,
  region_code INTEGER NOT NULL REFERENCES place (code),
  since INTEGER NOT NULL,
  until INTEGER NOT NULL CHECK (until > since),
  amount_fen INTEGER,                   -- a month; NULL not given
  salt INTEGER DEFAULT (random()),
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX dibao_listing_resident ON dibao_listing (resident_key, since)
  WHERE withdrawn IS NULL;
CREATE INDEX dibao_listing_withdrawn ON dibao_listing (withdrawn) WHERE withdrawn IS NOT NULL;

-- ---------------------------------------------------------------------------------------------------
-- The points set one by one: plans, people, projects

-- A reduction plan of a household.
CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household (id),
  starts_on INTEGER NOT NULL,
  ended_on INTEGER NOT NULL CHECK (ended_on > starts_on), -- the first day no longer in force
  goal_income_fen INTEGER,              -- a household and year
  measures TEXT NOT NULL,
  exit_on INTEGER,                      -- when it is to leave the register
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX plan_household ON plan (household_id, starts_on) WHERE withdrawn IS NULL;
CREATE INDEX plan_withdrawn ON plan (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX plan_past ON plan (household_id, withdrawn) WHERE withdrawn IS NOT NULL;

-- Who a staff member is.
CREATE TABLE staff_record (
  id INTEGER PRIMARY KEY,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  name TEXT,                            -- NULL only when redacted
  employer TEXT,
  position TEXT,
  phone TEXT,
  county_code INTEGER REFERENCES place (code),
  left_on INTEGER,                      -- the first day no longer in office; NULL serves. `staff leave` will
                                        -- write it
  salt INTEGER DEFAULT (random()),
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX staff_record_staff ON staff_record (staff_id) WHERE withdrawn IS NULL;
CREATE INDEX staff_record_withdrawn ON staff_record (withdrawn) WHERE withdrawn IS NOT NULL;

-- One staff member, one role, one household, over [since, until).
CREATE TABLE assignment (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household (id),
  role INTEGER NOT NULL CHECK (role BETWEEN 1 AND 3), -- code list `role`
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  since INTEGER NOT NULL,
  until INTEGER NOT NULL CHECK (until > since),
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX assignment_household ON assignment (household_id, role, since)
  WHERE withdrawn IS NULL;
CREATE INDEX assignment_staff ON assignment (staff_id, household_id) WHERE withdrawn IS NULL;
CREATE INDEX assignment_withdrawn ON assignment (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX assignment_past ON assignment (household_id, withdrawn) WHERE withdrawn IS NOT NULL;

-- What a project is.
CREATE TABLE project_record (
  id INTEGER PRIMARY KEY,
  project_id INTEGER NOT NULL REFERENCES project (id),
  name TEXT NOT NULL,
  kind INTEGER NOT NULL,                -- code list `project_kind`
  county_code INTEGER NOT NULL REFERENCES place (code),
  village_code INTEGER REFERENCES place (code),
  fund TEXT,                            -- refuses another fund's money; NULL takes any
  budget_fen INTEGER CHECK (budget_fen >= 0),
  quantity_milli INTEGER,
  unit TEXT,
  instalments TEXT,                     -- 40/50/10: percent at start, near completion, at acceptance; NULL none
                                        -- agreed. The sheet `projects` and `project propose` will write it
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX project_record_project ON project_record (project_id) WHERE withdrawn IS NULL;
CREATE INDEX project_record_withdrawn ON project_record (withdrawn) WHERE withdrawn IS NOT NULL;

-- A step in a project's life.
CREATE TABLE project_step (
  id INTEGER PRIMARY KEY,
  project_id INTEGER NOT NULL REFERENCES project (id),
  step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 8), -- code list `project_step`
  round INTEGER NOT NULL DEFAULT 1      -- reviewed: 1, and 2, 3 … for each review after a verdict `revise`, of
    CHECK (round = 1 OR round > 1 AND step = 2), -- which the last decides. `project review` and further rows
                                        -- of the sheet `projects` will write those after the first
  stepped_on INTEGER NOT NULL,
  meeting TEXT,                         -- reviewed: where it was decided
  verdict TEXT,                         -- reviewed: what was decided
  grade INTEGER,                        -- accepted: code list `grade`
  reason TEXT,                          -- rejected, cancelled: why
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX project_step_project ON project_step (project_id, step, round)
  WHERE withdrawn IS NULL;
CREATE INDEX project_step_withdrawn ON project_step (withdrawn) WHERE withdrawn IS NOT NULL;

-- A household's part in a project over [since, until).
CREATE TABLE project_household (
  id INTEGER PRIMARY KEY,
  project_id INTEGER NOT NULL REFERENCES project (id),
  household_id INTEGER NOT NULL REFERENCES household (id),
  since INTEGER NOT NULL,
  until INTEGER NOT NULL CHECK (until > since),
  quantity_milli INTEGER,
  unit TEXT,
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX project_household_household
  ON project_household (household_id, project_id, since) WHERE withdrawn IS NULL;
CREATE INDEX project_household_project ON project_household (project_id, household_id)
  WHERE withdrawn IS NULL;
CREATE INDEX project_household_withdrawn ON project_household (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX project_household_past ON project_household (household_id, withdrawn)
  WHERE withdrawn IS NOT NULL;

-- ---------------------------------------------------------------------------------------------------
-- The money ladder: source → batch → county → project → household → paid

-- Money issued from one source under one document: what comes in at the top.
CREATE TABLE batch_issue (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  document_no TEXT NOT NULL CHECK (document_no <> ''),
  issued_on INTEGER NOT NULL,
  fund TEXT NOT NULL CHECK (fund <> ''), -- convergence, rain_plan, contiguous or a name
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  account_id INTEGER NOT NULL REFERENCES account (id), -- the batch's own, rung 0
  announced_on INTEGER,                 -- the day its allocation was announced publicly; NULL not yet.
                                        -- `disclose batch` and the sheet `batches` will write it
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX batch_issue_batch ON batch_issue (batch_id) WHERE withdrawn IS NULL;
CREATE INDEX batch_issue_account ON batch_issue (account_id) WHERE withdrawn IS NULL;
CREATE INDEX batch_issue_withdrawn ON batch_issue (withdrawn) WHERE withdrawn IS NOT NULL;

-- Money moved one step down the ladder, or back up where the amount is negative. A movement into rung
-- 1–3 is an allocation and bears a movement number, one into rung 4 a payment and bears a voucher number.
CREATE TABLE movement (
  id INTEGER PRIMARY KEY,
  is_payment INTEGER NOT NULL CHECK (is_payment IN (0, 1)),
  number TEXT NOT NULL CHECK (number <> ''), -- movement_no or voucher_no: each used once while it stands
  upper_id INTEGER NOT NULL REFERENCES account (id),
  lower_id INTEGER NOT NULL REFERENCES account (id) CHECK (lower_id <> upper_id),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
  moved_on INTEGER NOT NULL,
  reverses TEXT,                        -- the number of the one it reverses, of the same kind
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX movement_number ON movement (is_payment, number) WHERE withdrawn IS NULL;
CREATE UNIQUE INDEX movement_reverses ON movement (is_payment, reverses)
  WHERE withdrawn IS NULL AND reverses IS NOT NULL;
CREATE INDEX movement_lower ON movement (lower_id, moved_on, amount_fen) WHERE withdrawn IS NULL;
CREATE INDEX movement_upper ON movement (upper_id, moved_on, amount_fen) WHERE withdrawn IS NULL;
CREATE INDEX movement_withdrawn ON movement (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX movement_past ON movement (lower_id, withdrawn) WHERE withdrawn IS NOT NULL;

-- Derived: what stands on an account at the end of each day on which something moved. Kept by the
-- triggers of m0002, or set-wise by a bulk import before it seals.
CREATE TABLE account_day (
  account_id INTEGER NOT NULL REFERENCES account (id),
  on_day INTEGER NOT NULL,
  balance_fen INTEGER NOT NULL,         -- in less out; below zero only inside an open entry
  PRIMARY KEY (account_id, on_day)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_day_overdrawn ON account_day (account_id, on_day) WHERE balance_fen < 0;

-- When a pay list was drawn. `fund paylist` and the sheet `pay_lists` will write it and its rows.
CREATE TABLE pay_list_record (
  id INTEGER PRIMARY KEY,
  pay_list_id INTEGER NOT NULL REFERENCES pay_list (id),
  drawn_on INTEGER NOT NULL,
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX pay_list_record_list ON pay_list_record (pay_list_id) WHERE withdrawn IS NULL;
CREATE INDEX pay_list_record_withdrawn ON pay_list_record (withdrawn) WHERE withdrawn IS NOT NULL;

-- Money of one household that a pay list asks the bank to pay.
CREATE TABLE pay_list_row (
  id INTEGER PRIMARY KEY,
  pay_list_id INTEGER NOT NULL REFERENCES pay_list (id),
  account_id INTEGER NOT NULL REFERENCES account (id), -- where the money stands: rung 3
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  after_id INTEGER REFERENCES pay_list (id), -- the list whose failed row this one repeats
  name TEXT,                            -- to whom; NULL only when redacted
  account_no TEXT,                      -- the bank's account; NULL only when redacted
  salt INTEGER DEFAULT (random()),
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX pay_list_row_list ON pay_list_row (pay_list_id, account_id) WHERE withdrawn IS NULL;
CREATE INDEX pay_list_row_account ON pay_list_row (account_id) WHERE withdrawn IS NULL;
CREATE INDEX pay_list_row_after ON pay_list_row (after_id)
  WHERE withdrawn IS NULL AND after_id IS NOT NULL;
CREATE INDEX pay_list_row_withdrawn ON pay_list_row (withdrawn) WHERE withdrawn IS NOT NULL;

-- What the bank said of a pay list's row. The sheet `bank_returns` will write it.
CREATE TABLE bank_return (
  id INTEGER PRIMARY KEY,
  pay_list_id INTEGER NOT NULL REFERENCES pay_list (id),
  account_id INTEGER NOT NULL REFERENCES account (id), -- of the list's row: rung 3
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  is_paid INTEGER NOT NULL CHECK (is_paid IN (0, 1)), -- 0: failed, and the money stayed where it was
  voucher_no TEXT,                      -- paid: the payment's number
  paid_on INTEGER,                      -- paid: the payment's day
  reason TEXT,                          -- failed: why
  account_no TEXT,                      -- as the bank gives it; NULL not given, or redacted
  salt INTEGER DEFAULT (random()),
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id),
  CHECK (is_paid = 0 OR voucher_no IS NOT NULL AND paid_on IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX bank_return_list ON bank_return (pay_list_id, account_id) WHERE withdrawn IS NULL;
CREATE INDEX bank_return_account ON bank_return (account_id) WHERE withdrawn IS NULL;
CREATE INDEX bank_return_withdrawn ON bank_return (withdrawn) WHERE withdrawn IS NOT NULL;

-- ---------------------------------------------------------------------------------------------------
-- From the field

-- What an officer saw or did on a day.
CREATE TABLE progress (
  id INTEGER PRIMARY KEY,
  household_id INTEGER REFERENCES household (id),
  project_id INTEGER REFERENCES project (id),
  logged_on INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  kind INTEGER NOT NULL,                -- code list `progress_kind`
  quantity_milli INTEGER,
  unit TEXT,
  percent_hundredths INTEGER CHECK (percent_hundredths BETWEEN 0 AND 10000), -- done
  note TEXT,
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id),
  CHECK (household_id IS NOT NULL OR project_id IS NOT NULL)
) STRICT;
CREATE INDEX progress_household ON progress (household_id, logged_on)
  WHERE withdrawn IS NULL AND household_id IS NOT NULL;
CREATE INDEX progress_project ON progress (project_id, logged_on)
  WHERE withdrawn IS NULL AND project_id IS NOT NULL;
CREATE INDEX progress_staff ON progress (staff_id, logged_on) WHERE withdrawn IS NULL;
CREATE INDEX progress_withdrawn ON progress (withdrawn) WHERE withdrawn IS NOT NULL;

-- A household's income of a year: by component, or as one total.
CREATE TABLE income (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household (id),
  year INTEGER NOT NULL,
  wage_fen INTEGER,
  business_fen INTEGER,
  transfer_fen INTEGER,
  property_fen INTEGER,
  cost_fen INTEGER,                     -- taken off
  total_fen INTEGER NOT NULL,           -- wage + business + transfer + property - cost where those are given
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id),
  CHECK (coalesce(wage_fen, business_fen, transfer_fen, property_fen, cost_fen) IS NULL
    OR total_fen = ifnull(wage_fen, 0) + ifnull(business_fen, 0) + ifnull(transfer_fen, 0)
      + ifnull(property_fen, 0) - ifnull(cost_fen, 0))
) STRICT;
CREATE UNIQUE INDEX income_household ON income (household_id, year) WHERE withdrawn IS NULL;
CREATE INDEX income_withdrawn ON income (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX income_past ON income (household_id, withdrawn) WHERE withdrawn IS NOT NULL;

-- ---------------------------------------------------------------------------------------------------
-- The year's chapter, disclosure and inspection

-- An indicator of a programme that is not counted by household.
CREATE TABLE indicator (
  id INTEGER PRIMARY KEY,
  programme TEXT NOT NULL,
  year INTEGER NOT NULL,
  name_en TEXT NOT NULL,
  name_zh TEXT,
  scope TEXT NOT NULL DEFAULT '',
  region_code INTEGER NOT NULL DEFAULT 0, -- 0: not one region's
  unit TEXT NOT NULL,
  planned TEXT,                         -- a decimal number, or text where the unit is a date or document
  actual TEXT,
  qualifier INTEGER NOT NULL,           -- code list `qualifier`: exact, at_least, nearly
  note TEXT,
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX indicator_name ON indicator (programme, year, name_en, scope, region_code)
  WHERE withdrawn IS NULL;
CREATE INDEX indicator_withdrawn ON indicator (withdrawn) WHERE withdrawn IS NOT NULL;

-- A posting of a project in a village, and an objection raised to it if there was one; a row each where there
-- were several.
CREATE TABLE disclosure (
  id INTEGER PRIMARY KEY,
  project_id INTEGER NOT NULL REFERENCES project (id),
  village_code INTEGER NOT NULL REFERENCES place (code),
  posted_on INTEGER NOT NULL,
  taken_down_on INTEGER CHECK (taken_down_on >= posted_on), -- of the posting, which is down where any of its
                                        -- rows says so; NULL not said here
  objection TEXT NOT NULL DEFAULT '',   -- '' none
  objected_on INTEGER,
  answer TEXT,                          -- NULL: open
  answered_on INTEGER,
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX disclosure_project
  ON disclosure (project_id, village_code, posted_on, objection) WHERE withdrawn IS NULL;
CREATE INDEX disclosure_withdrawn ON disclosure (withdrawn) WHERE withdrawn IS NOT NULL;

-- How an inspection drew its households. `inspect draw` and the sheet `inspections` will write it and the
-- households.
CREATE TABLE inspection_draw (
  id INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES inspection (id),
  drawn_on INTEGER NOT NULL,
  seed INTEGER NOT NULL,
  known_entry INTEGER NOT NULL CHECK (known_entry >= 1), -- the entry the draw was made on; another office's
                                        -- draw was made on an entry of its own register
  region_code INTEGER NOT NULL REFERENCES place (code), -- drawn within; the office's own for all
  share_hundredths INTEGER CHECK (share_hundredths BETWEEN 1 AND 10000), -- of each county's households, or
  number INTEGER CHECK (number >= 1),                                    -- that many a county
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id),
  CHECK ((share_hundredths IS NULL) <> (number IS NULL))
) STRICT;
CREATE UNIQUE INDEX inspection_draw_inspection ON inspection_draw (inspection_id)
  WHERE withdrawn IS NULL;
CREATE INDEX inspection_draw_withdrawn ON inspection_draw (withdrawn) WHERE withdrawn IS NOT NULL;

-- A household drawn.
CREATE TABLE inspection_household (
  id INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES inspection (id),
  household_id INTEGER NOT NULL REFERENCES household (id),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1), -- 1, 2, 3 … in the order drawn
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX inspection_household_inspection
  ON inspection_household (inspection_id, household_id) WHERE withdrawn IS NULL;
CREATE INDEX inspection_household_household ON inspection_household (household_id)
  WHERE withdrawn IS NULL;
CREATE INDEX inspection_household_withdrawn ON inspection_household (withdrawn)
  WHERE withdrawn IS NOT NULL;

-- What an inspection found in a household, followed until settled. `inspect record`, `inspect settle` and the
-- sheet `findings` will write it.
CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES inspection (id),
  household_id INTEGER NOT NULL REFERENCES household (id),
  found_on INTEGER NOT NULL,
  finding TEXT NOT NULL CHECK (finding <> ''),
  due_on INTEGER,
  settled_on INTEGER,                   -- NULL: open
  settlement TEXT,
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE UNIQUE INDEX finding_household ON finding (household_id, inspection_id, found_on, finding)
  WHERE withdrawn IS NULL;
CREATE INDEX finding_inspection ON finding (inspection_id) WHERE withdrawn IS NULL;
CREATE INDEX finding_withdrawn ON finding (withdrawn) WHERE withdrawn IS NOT NULL;

-- ---------------------------------------------------------------------------------------------------
-- Months

-- Derived: the sums of the counting rule over the households of a village and class, month by month, as
-- known at figure_state.known_entry. Always worked out again from the facts (`check` compares).
CREATE TABLE figure (
  year INTEGER NOT NULL,
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12), -- the figures are those of its last day
  village_code INTEGER NOT NULL,
  class INTEGER NOT NULL,               -- code list `class`; 0 none
  households_enrolled INTEGER NOT NULL, persons_enrolled INTEGER NOT NULL,
  plan INTEGER NOT NULL, project INTEGER NOT NULL, fund INTEGER NOT NULL,
  support INTEGER NOT NULL, implementation INTEGER NOT NULL, contact INTEGER NOT NULL,
  households_fulfilled INTEGER NOT NULL, persons_supported INTEGER NOT NULL,
  persons_supported_in_month INTEGER NOT NULL, households_lapsed INTEGER NOT NULL,
  households_paid INTEGER NOT NULL, households_accepted INTEGER NOT NULL,
  households_income_goal INTEGER NOT NULL,
  allocated_fen INTEGER NOT NULL, paid_fen INTEGER NOT NULL,
  PRIMARY KEY (year, month, village_code, class)
) STRICT, WITHOUT ROWID;

-- Derived: what `figure` knows. A year without a row, or behind the last entry, is worked out on reading.
CREATE TABLE figure_state (
  year INTEGER PRIMARY KEY,
  known_entry INTEGER NOT NULL REFERENCES entry (id)
) STRICT;

-- The act that fixes a month's report. `close` will write it and all that its pages print, in the tables
-- below, so that nothing that is said later changes a page. No person's name is among it.
CREATE TABLE month_close (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  known_entry INTEGER NOT NULL REFERENCES entry (id), -- the last entry the report knew
  rendering INTEGER NOT NULL CHECK (rendering >= 1), -- the form its pages have: a later program, which makes
                                        -- them otherwise, still makes these as they were
  figures_hash BLOB NOT NULL CHECK (length(figures_hash) = 32), -- over the month's rows below, in order
  entered INTEGER NOT NULL REFERENCES entry (id),
  UNIQUE (year, month)
) STRICT;

-- Every figure of a closed month's pages, as it was reported: `figure`'s columns for every grouping that can
-- be asked for, for the month itself and for the earlier months that its pages show (the month before, the
-- curve of the year).
CREATE TABLE closed_figure (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  month INTEGER NOT NULL,               -- the month closed
  of_month INTEGER NOT NULL,            -- the month whose figures they are: `month`, or one before it
  grouping TEXT NOT NULL CHECK (grouping IN
    ('village', 'township', 'county', 'prefecture', 'area', 'class', 'total')),
  code INTEGER NOT NULL,                -- the region's; of an area as in code list `area`; 0 class and total
  class INTEGER NOT NULL,               -- village and class: code list `class`, 0 none; -1 all others
  households_enrolled INTEGER NOT NULL, persons_enrolled INTEGER NOT NULL,
  plan INTEGER NOT NULL, project INTEGER NOT NULL, fund INTEGER NOT NULL,
  support INTEGER NOT NULL, implementation INTEGER NOT NULL, contact INTEGER NOT NULL,
  households_fulfilled INTEGER NOT NULL, persons_supported INTEGER NOT NULL,
  persons_supported_in_month INTEGER NOT NULL, households_lapsed INTEGER NOT NULL,
  households_paid INTEGER NOT NULL, households_accepted INTEGER NOT NULL,
  households_income_goal INTEGER NOT NULL,
  allocated_fen INTEGER NOT NULL, paid_fen INTEGER NOT NULL,
  entered INTEGER NOT NULL REFERENCES entry (id),
  CHECK (of_month BETWEEN 1 AND month),
  UNIQUE (year, month, of_month, grouping, code, class)
) STRICT;

-- What a place that a closed month's pages name was called and belonged to.
CREATE TABLE closed_place (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  month INTEGER NOT NULL,               -- the month closed
  code INTEGER NOT NULL REFERENCES place (code),
  parent_code INTEGER REFERENCES place (code),
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5), -- code list `level`
  name_zh TEXT NOT NULL,
  name_en TEXT,
  area INTEGER,                         -- code list `area`
  supported INTEGER CHECK (supported IN (0, 1)),
  national_key INTEGER CHECK (national_key IN (0, 1)),
  tier INTEGER,                         -- code list `tier`
  entered INTEGER NOT NULL REFERENCES entry (id),
  UNIQUE (year, month, code)
) STRICT;

-- A quota that a closed month's pages print, and what it says of each month.
CREATE TABLE closed_target (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  month INTEGER NOT NULL,               -- the month closed
  region_code INTEGER NOT NULL REFERENCES place (code),
  persons INTEGER NOT NULL CHECK (persons >= 0),
  month_01 INTEGER, month_02 INTEGER, month_03 INTEGER, month_04 INTEGER, -- as in `target`
  month_05 INTEGER, month_06 INTEGER, month_07 INTEGER, month_08 INTEGER,
  month_09 INTEGER, month_10 INTEGER, month_11 INTEGER, month_12 INTEGER,
  entered INTEGER NOT NULL REFERENCES entry (id),
  UNIQUE (year, month, region_code)
) STRICT;

-- The money that had come to a rung of the ladder and gone from it, by a closed month's last day.
CREATE TABLE closed_rung (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  month INTEGER NOT NULL,               -- the month closed
  rung INTEGER NOT NULL CHECK (rung BETWEEN 0 AND 4), -- as in `account`
  fund TEXT NOT NULL,
  source INTEGER NOT NULL,              -- code list `source`
  county_code INTEGER NOT NULL,         -- 0: no county's, the batch's own rung
  in_fen INTEGER NOT NULL,              -- within the year, net of returns and reversals
  out_fen INTEGER NOT NULL,
  held_fen INTEGER NOT NULL,            -- what stood there at the end of the day, whatever year it came in
  held_over_90_fen INTEGER NOT NULL,    -- of it, what had stood there for over 90 days, first in, first out
  held_over_365_fen INTEGER NOT NULL,
  entered INTEGER NOT NULL REFERENCES entry (id),
  UNIQUE (year, month, rung, fund, source, county_code)
) STRICT;

-- How many exceptions of a kind a closed month's pages count in a county.
CREATE TABLE closed_exception (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  month INTEGER NOT NULL,               -- the month closed
  kind TEXT NOT NULL,                   -- as `report exceptions` names it
  county_code INTEGER NOT NULL,         -- 0: no county's
  cases INTEGER NOT NULL CHECK (cases >= 0),
  entered INTEGER NOT NULL REFERENCES entry (id),
  UNIQUE (year, month, kind, county_code)
) STRICT;

-- The sheets that a county had sent for a closed month. A county without a row was silent.
CREATE TABLE closed_submission (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  month INTEGER NOT NULL,               -- the month closed
  county_code INTEGER NOT NULL REFERENCES place (code),
  sheet TEXT NOT NULL,                  -- as its header names it: roster, payments
  entries INTEGER NOT NULL CHECK (entries >= 1),
  is_late INTEGER NOT NULL CHECK (is_late IN (0, 1)), -- 1: the first came after the day reports were due
  rejected_rows INTEGER NOT NULL CHECK (rejected_rows >= 0),
  entered INTEGER NOT NULL REFERENCES entry (id),
  UNIQUE (year, month, county_code, sheet)
) STRICT;

INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES
  (1, 'place', 0, NULL), (2, 'household', 0, NULL), (3, 'staff', 0, NULL), (4, 'project', 0, NULL),
  (5, 'batch', 0, NULL), (6, 'account', 0, NULL), (7, 'inspection', 0, NULL), (8, 'pay_list', 0, NULL),
  (9, 'register', 0, NULL), (10, 'code_label', 0, NULL),
  (11, 'region', 1, NULL), (12, 'poverty_line', 1, NULL), (13, 'programme_year', 1, NULL),
  (14, 'target', 1, NULL),
  (21, 'residence', 1, NULL), (22, 'household_class', 1, NULL), (23, 'circumstance', 1, NULL),
  (24, 'enrolment', 1, NULL),
  (25, 'member', 1, 'resident_key name resident_written id_verified birth_date ethnicity education health '
    || 'labour phone account_no remark'),
  (26, 'headship', 1, NULL), (27, 'household_end', 1, NULL), (28, 'household_event', 1, NULL),
  (29, 'claim', 1, 'resident_key name'),
  (30, 'dibao_listing', 1, 'resident_key resident_written name'),
  (41, 'plan', 1, NULL), (42, 'staff_record', 1, 'name employer position phone'),
  (43, 'assignment', 1, NULL), (44, 'project_record', 1, NULL), (45, 'project_step', 1, NULL),
  (46, 'project_household', 1, NULL),
  (51, 'batch_issue', 1, NULL), (52, 'movement', 1, NULL), (53, 'pay_list_record', 1, NULL),
  (54, 'pay_list_row', 1, 'name account_no'), (55, 'bank_return', 1, 'account_no'),
  (61, 'progress', 1, NULL), (62, 'income', 1, NULL),
  (71, 'indicator', 1, NULL), (72, 'disclosure', 1, NULL), (73, 'inspection_draw', 1, NULL),
  (74, 'inspection_household', 1, NULL), (75, 'finding', 1, NULL),
  (81, 'month_close', 0, NULL), (82, 'closed_figure', 0, NULL), (83, 'closed_place', 0, NULL),
  (84, 'closed_target', 0, NULL), (85, 'closed_rung', 0, NULL), (86, 'closed_exception', 0, NULL),
  (87, 'closed_submission', 0, NULL),
  (91, 'redaction', 0, NULL), (92, 'entry_county', 0, NULL);

INSERT INTO entry_column (number, name, is_free_text) VALUES
  (1, 'made_at', 0), (2, 'clock_at', 0), (3, 'officer', 0), (4, 'office_code', 0), (5, 'command', 0),
  (6, 'reason', 1), (7, 'source_name', 1), (8, 'source_sha256', 0), (9, 'source_rows', 0),
  (10, 'rejected_rows', 0), (11, 'report_month', 0), (12, 'undoes', 0);
