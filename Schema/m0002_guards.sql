-- The guards: what the file refuses whoever writes to it.
--
-- A row of a fact table enters with the open entry, is never deleted, and changes in one way: its
-- withdrawal mark is set, once, by the open entry. A redaction empties the personal columns and the salt
-- of a row that has a redaction row, all at once, and nothing else of it: the household, the days and the
-- relation stay, so that counts do. The three triggers of each table are the same but for its columns; the
-- row id goes by four names, each of which an UPDATE may use.
-- A bulk import may drop a table's *_enters and *_posts triggers inside its transaction; it puts them
-- back and does their work set-wise before it seals.

-- ---------------------------------------------------------------------------------------------------
-- Entries

CREATE TRIGGER entry_follows BEFORE INSERT ON entry BEGIN
  SELECT RAISE(ABORT, 'rule: entry_number')
    WHERE NEW.id <> ifnull((SELECT max(id) FROM entry), 0) + 1;
  SELECT RAISE(ABORT, 'rule: entry_open') WHERE NEW.hash IS NOT NULL OR NEW.is_judged <> 0;
  SELECT RAISE(ABORT, 'rule: entry_open')
    WHERE EXISTS (SELECT 1 FROM entry WHERE id = NEW.id - 1 AND hash IS NULL);
  SELECT RAISE(ABORT, 'rule: entry_chain')
    WHERE NEW.previous_hash
      <> ifnull((SELECT hash FROM entry WHERE id = NEW.id - 1), zeroblob(32));
  SELECT RAISE(ABORT, 'rule: entry_moment')
    WHERE NEW.made_at < (SELECT made_at FROM entry WHERE id = NEW.id - 1);
END;
CREATE TRIGGER entry_stays BEFORE DELETE ON entry BEGIN
  SELECT RAISE(ABORT, 'rule: entry_stays');
END;
CREATE TRIGGER entry_fixed BEFORE UPDATE ON entry
WHEN OLD.hash IS NOT NULL OR NEW.is_judged < OLD.is_judged
  OR NEW.hash IS NOT NULL AND OLD.is_judged = 0
  OR NEW.id <> OLD.id OR NEW.made_at <> OLD.made_at
  OR NEW.clock_at IS NOT OLD.clock_at OR NEW.officer <> OLD.officer
  OR NEW.office_code <> OLD.office_code OR NEW.command <> OLD.command
  OR NEW.reason IS NOT OLD.reason OR NEW.source_name IS NOT OLD.source_name
  OR NEW.source_sha256 IS NOT OLD.source_sha256
  -- A file that is loaded while it is read is counted when it has been; that is before the judgement.
  OR NEW.source_rows IS NOT OLD.source_rows AND (OLD.source_rows IS NOT NULL OR OLD.is_judged = 1)
  OR NEW.undoes IS NOT OLD.undoes
  OR NEW.previous_hash <> OLD.previous_hash
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_fixed');
END;
CREATE TRIGGER entry_part_enters BEFORE INSERT ON entry_part
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open')
    WHERE NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entry AND is_judged = 0);
  SELECT RAISE(ABORT, 'rule: entry_part')
    WHERE NEW.first_id <> 1 + ifnull((
      SELECT last_id FROM entry_part WHERE fact_table = NEW.fact_table
      ORDER BY first_id DESC LIMIT 1), 0);
END;
CREATE TRIGGER entry_part_fixed BEFORE UPDATE ON entry_part BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER entry_part_stays BEFORE DELETE ON entry_part BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER fact_table_fixed BEFORE UPDATE ON fact_table BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER fact_table_stays BEFORE DELETE ON fact_table BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;

CREATE TRIGGER register_once BEFORE INSERT ON register
WHEN EXISTS (SELECT 1 FROM register)
BEGIN
  SELECT RAISE(ABORT, 'rule: register_fixed');
END;
CREATE TRIGGER register_fixed BEFORE UPDATE ON register BEGIN
  SELECT RAISE(ABORT, 'rule: register_fixed');
END;
CREATE TRIGGER register_stays BEFORE DELETE ON register BEGIN
  SELECT RAISE(ABORT, 'rule: register_fixed');
END;

-- ---------------------------------------------------------------------------------------------------
-- Identities and facts, in the order of fact_table

CREATE TRIGGER place_enters BEFORE INSERT ON place
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER place_stays BEFORE DELETE ON place BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER place_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, code, entered
ON place BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;

CREATE TRIGGER household_enters BEFORE INSERT ON household
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER household_stays BEFORE DELETE ON household BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER household_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, household_no, entered
ON household BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;

CREATE TRIGGER staff_enters BEFORE INSERT ON staff
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER staff_stays BEFORE DELETE ON staff BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER staff_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, staff_no, entered
ON staff BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;

CREATE TRIGGER project_enters BEFORE INSERT ON project
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER project_stays BEFORE DELETE ON project BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER project_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, project_no, entered
ON project BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;

CREATE TRIGGER batch_enters BEFORE INSERT ON batch
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER batch_stays BEFORE DELETE ON batch BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER batch_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, batch_no, source, entered
ON batch BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;

CREATE TRIGGER account_enters BEFORE INSERT ON account
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER account_stays BEFORE DELETE ON account BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER account_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, batch_id, rung, county_code, project_id, household_id, payee, entered
ON account BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;

CREATE TRIGGER inspection_enters BEFORE INSERT ON inspection
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER inspection_stays BEFORE DELETE ON inspection BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER inspection_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, inspection_no, entered
ON inspection BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;

CREATE TRIGGER region_enters BEFORE INSERT ON region
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER region_stays BEFORE DELETE ON region BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER region_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, code, parent_code, level, name_zh, name_en, area, supported, national_key, tier,
  valid_from, valid_until, entered
ON region BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER region_withdrawn_once BEFORE UPDATE OF withdrawn ON region
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER poverty_line_enters BEFORE INSERT ON poverty_line
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER poverty_line_stays BEFORE DELETE ON poverty_line BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER poverty_line_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, region_code, since, poverty_line_fen, dibao_line_fen, entered
ON poverty_line BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER poverty_line_withdrawn_once BEFORE UPDATE OF withdrawn ON poverty_line
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER programme_year_enters BEFORE INSERT ON programme_year
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER programme_year_stays BEFORE DELETE ON programme_year BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER programme_year_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, year, income_goal_fen, entered
ON programme_year BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER programme_year_withdrawn_once BEFORE UPDATE OF withdrawn ON programme_year
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER target_enters BEFORE INSERT ON target
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER target_stays BEFORE DELETE ON target BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER target_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, programme, year, region_code, persons, month_01, month_02, month_03, month_04,
  month_05, month_06, month_07, month_08, month_09, month_10, month_11, month_12, entered
ON target BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER target_withdrawn_once BEFORE UPDATE OF withdrawn ON target
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER residence_enters BEFORE INSERT ON residence
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER residence_stays BEFORE DELETE ON residence BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER residence_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, household_id, village_code, since, entered
ON residence BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER residence_withdrawn_once BEFORE UPDATE OF withdrawn ON residence
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER household_class_enters BEFORE INSERT ON household_class
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER household_class_stays BEFORE DELETE ON household_class BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER household_class_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, household_id, class, ground, since, entered
ON household_class BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER household_class_withdrawn_once BEFORE UPDATE OF withdrawn ON household_class
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER circumstance_enters BEFORE INSERT ON circumstance
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER circumstance_stays BEFORE DELETE ON circumstance BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER circumstance_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, household_id, cause, income_per_capita_fen, household_size, entered
ON circumstance BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER circumstance_withdrawn_once BEFORE UPDATE OF withdrawn ON circumstance
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER enrolment_enters BEFORE INSERT ON enrolment
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER enrolment_stays BEFORE DELETE ON enrolment BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER enrolment_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, household_id, year, enrolled_on, entered
ON enrolment BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER enrolment_withdrawn_once BEFORE UPDATE OF withdrawn ON enrolment
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER member_enters BEFORE INSERT ON member
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER member_stays BEFORE DELETE ON member BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER member_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, household_id, member_no, joined_on, left_on, resident_key, relation, sex, name,
  resident_written, id_verified, birth_date, ethnicity, education, health, labour, phone,
  account_no, remark, salt, entered
ON member
WHEN NOT EXISTS (SELECT 1 FROM redaction WHERE fact_table = 25 AND fact_id = OLD.id)
  OR coalesce(NEW.resident_key, NEW.name, NEW.resident_written, NEW.id_verified, NEW.birth_date,
    NEW.ethnicity, NEW.education, NEW.health, NEW.labour, NEW.phone, NEW.account_no, NEW.remark,
    NEW.salt) IS NOT NULL
  OR NEW.id IS NOT OLD.id OR NEW.household_id IS NOT OLD.household_id
  OR NEW.member_no IS NOT OLD.member_no OR NEW.joined_on IS NOT OLD.joined_on
  OR NEW.left_on IS NOT OLD.left_on OR NEW.relation IS NOT OLD.relation OR NEW.sex IS NOT OLD.sex
  OR NEW.entered IS NOT OLD.entered
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER member_withdrawn_once BEFORE UPDATE OF withdrawn ON member
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER headship_enters BEFORE INSERT ON headship
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER headship_stays BEFORE DELETE ON headship BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER headship_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, household_id, member_no, since, entered
ON headship BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER headship_withdrawn_once BEFORE UPDATE OF withdrawn ON headship
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER household_end_enters BEFORE INSERT ON household_end
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER household_end_stays BEFORE DELETE ON household_end BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER household_end_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, household_id, ended_on, ground, into_household_id, entered
ON household_end BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER household_end_withdrawn_once BEFORE UPDATE OF withdrawn ON household_end
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER household_event_enters BEFORE INSERT ON household_event
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER household_event_stays BEFORE DELETE ON household_event BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER household_event_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, household_id, event, happened_on, village_code, class, ground, member_no,
  other_household_id, entered
ON household_event BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER household_event_withdrawn_once BEFORE UPDATE OF withdrawn ON household_event
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER claim_enters BEFORE INSERT ON claim
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER claim_stays BEFORE DELETE ON claim BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER claim_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, household_no, holder_id, resident_key, name, joined_on, left_on, source_line, salt,
  entered
ON claim
WHEN NOT EXISTS (SELECT 1 FROM redaction WHERE fact_table = 29 AND fact_id = OLD.id)
  OR coalesce(NEW.resident_key, NEW.name, NEW.salt) IS NOT NULL
  OR NEW.id IS NOT OLD.id OR NEW.household_no IS NOT OLD.household_no
  OR NEW.holder_id IS NOT OLD.holder_id OR NEW.joined_on IS NOT OLD.joined_on
  OR NEW.left_on IS NOT OLD.left_on OR NEW.source_line IS NOT OLD.source_line
  OR NEW.entered IS NOT OLD.entered
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER claim_withdrawn_once BEFORE UPDATE OF withdrawn ON claim
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER dibao_listing_enters BEFORE INSERT ON dibao_listing
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER dibao_listing_stays BEFORE DELETE ON dibao_listing BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER dibao_listing_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, resident_key, resident_written, name, region_code, since, until, amount_fen, salt,
  entered
ON dibao_listing
WHEN NOT EXISTS (SELECT 1 FROM redaction WHERE fact_table = 30 AND fact_id = OLD.id)
  OR coalesce(NEW.resident_key, NEW.resident_written, NEW.name, NEW.salt) IS NOT NULL
  OR NEW.id IS NOT OLD.id OR NEW.region_code IS NOT OLD.region_code OR NEW.since IS NOT OLD.since
  OR NEW.until IS NOT OLD.until OR NEW.amount_fen IS NOT OLD.amount_fen
  OR NEW.entered IS NOT OLD.entered
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER dibao_listing_withdrawn_once BEFORE UPDATE OF withdrawn ON dibao_listing
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER plan_enters BEFORE INSERT ON plan
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER plan_stays BEFORE DELETE ON plan BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER plan_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, household_id, starts_on, ended_on, goal_income_fen, measures, exit_on, entered
ON plan BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER plan_withdrawn_once BEFORE UPDATE OF withdrawn ON plan
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER staff_record_enters BEFORE INSERT ON staff_record
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER staff_record_stays BEFORE DELETE ON staff_record BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER staff_record_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, staff_id, name, employer, position, phone, county_code, salt, entered
ON staff_record
WHEN NOT EXISTS (SELECT 1 FROM redaction WHERE fact_table = 42 AND fact_id = OLD.id)
  OR coalesce(NEW.name, NEW.employer, NEW.position, NEW.phone, NEW.salt) IS NOT NULL
  OR NEW.id IS NOT OLD.id OR NEW.staff_id IS NOT OLD.staff_id
  OR NEW.county_code IS NOT OLD.county_code OR NEW.entered IS NOT OLD.entered
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER staff_record_withdrawn_once BEFORE UPDATE OF withdrawn ON staff_record
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER assignment_enters BEFORE INSERT ON assignment
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER assignment_stays BEFORE DELETE ON assignment BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER assignment_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, household_id, role, staff_id, since, until, entered
ON assignment BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER assignment_withdrawn_once BEFORE UPDATE OF withdrawn ON assignment
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER project_record_enters BEFORE INSERT ON project_record
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER project_record_stays BEFORE DELETE ON project_record BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER project_record_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, project_id, name, kind, county_code, village_code, fund, budget_fen, quantity_milli,
  unit, entered
ON project_record BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER project_record_withdrawn_once BEFORE UPDATE OF withdrawn ON project_record
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER project_step_enters BEFORE INSERT ON project_step
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER project_step_stays BEFORE DELETE ON project_step BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER project_step_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, project_id, step, stepped_on, meeting, verdict, grade, reason, entered
ON project_step BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER project_step_withdrawn_once BEFORE UPDATE OF withdrawn ON project_step
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER project_household_enters BEFORE INSERT ON project_household
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER project_household_stays BEFORE DELETE ON project_household BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER project_household_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, project_id, household_id, since, until, quantity_milli, unit, entered
ON project_household BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER project_household_withdrawn_once BEFORE UPDATE OF withdrawn ON project_household
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER batch_issue_enters BEFORE INSERT ON batch_issue
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER batch_issue_stays BEFORE DELETE ON batch_issue BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER batch_issue_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, batch_id, document_no, issued_on, fund, amount_fen, account_id, entered
ON batch_issue BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER batch_issue_withdrawn_once BEFORE UPDATE OF withdrawn ON batch_issue
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER movement_enters BEFORE INSERT ON movement
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER movement_stays BEFORE DELETE ON movement BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER movement_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, is_payment, number, upper_id, lower_id, amount_fen, moved_on, reverses, entered
ON movement BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER movement_withdrawn_once BEFORE UPDATE OF withdrawn ON movement
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER progress_enters BEFORE INSERT ON progress
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER progress_stays BEFORE DELETE ON progress BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER progress_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, household_id, project_id, logged_on, staff_id, kind, quantity_milli, unit,
  percent_hundredths, note, entered
ON progress BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER progress_withdrawn_once BEFORE UPDATE OF withdrawn ON progress
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER income_enters BEFORE INSERT ON income
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER income_stays BEFORE DELETE ON income BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER income_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, household_id, year, wage_fen, business_fen, transfer_fen, property_fen, cost_fen,
  total_fen, entered
ON income BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER income_withdrawn_once BEFORE UPDATE OF withdrawn ON income
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER indicator_enters BEFORE INSERT ON indicator
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER indicator_stays BEFORE DELETE ON indicator BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER indicator_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, programme, year, name_en, name_zh, scope, region_code, unit, planned, actual,
  qualifier, note, entered
ON indicator BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER indicator_withdrawn_once BEFORE UPDATE OF withdrawn ON indicator
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER disclosure_enters BEFORE INSERT ON disclosure
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER disclosure_stays BEFORE DELETE ON disclosure BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER disclosure_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, project_id, village_code, posted_on, taken_down_on, objection, objected_on, answer,
  answered_on, entered
ON disclosure BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER disclosure_withdrawn_once BEFORE UPDATE OF withdrawn ON disclosure
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER inspection_draw_enters BEFORE INSERT ON inspection_draw
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER inspection_draw_stays BEFORE DELETE ON inspection_draw BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER inspection_draw_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, inspection_id, drawn_on, seed, known_entry, region_code, share_milli, number, entered
ON inspection_draw BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER inspection_draw_withdrawn_once BEFORE UPDATE OF withdrawn ON inspection_draw
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER inspection_household_enters BEFORE INSERT ON inspection_household
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER inspection_household_stays BEFORE DELETE ON inspection_household BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER inspection_household_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, inspection_id, household_id, ordinal, entered
ON inspection_household BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER inspection_household_withdrawn_once BEFORE UPDATE OF withdrawn ON inspection_household
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER finding_enters BEFORE INSERT ON finding
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER finding_stays BEFORE DELETE ON finding BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER finding_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, inspection_id, household_id, found_on, finding, due_on, settled_on, settlement,
  entered
ON finding BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER finding_withdrawn_once BEFORE UPDATE OF withdrawn ON finding
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER month_close_enters BEFORE INSERT ON month_close
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER month_close_stays BEFORE DELETE ON month_close BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER month_close_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, year, month, known_entry, figures_hash, entered
ON month_close BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER month_close_withdrawn_once BEFORE UPDATE OF withdrawn ON month_close
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER closed_figure_enters BEFORE INSERT ON closed_figure
WHEN NEW.withdrawn IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER closed_figure_stays BEFORE DELETE ON closed_figure BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER closed_figure_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, year, month, village_code, class, households_enrolled, persons_enrolled, plan,
  project, fund, support, implementation, contact, households_fulfilled, persons_supported,
  persons_supported_in_month, households_lapsed, households_paid, households_accepted,
  households_income_goal, allocated_fen, paid_fen, entered
ON closed_figure BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER closed_figure_withdrawn_once BEFORE UPDATE OF withdrawn ON closed_figure
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

CREATE TRIGGER redaction_enters BEFORE INSERT ON redaction BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open')
    WHERE NEW.withdrawn IS NOT NULL
      OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0);
  SELECT RAISE(ABORT, 'rule: redaction')
    WHERE NOT EXISTS (
      SELECT 1 FROM member WHERE NEW.fact_table = 25 AND id = NEW.fact_id
      UNION ALL SELECT 1 FROM claim WHERE NEW.fact_table = 29 AND id = NEW.fact_id
      UNION ALL SELECT 1 FROM dibao_listing WHERE NEW.fact_table = 30 AND id = NEW.fact_id
      UNION ALL SELECT 1 FROM staff_record WHERE NEW.fact_table = 42 AND id = NEW.fact_id);
END;
CREATE TRIGGER redaction_stays BEFORE DELETE ON redaction BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER redaction_fixed BEFORE UPDATE OF
  id, rowid, oid, _rowid_, fact_table, fact_id, leaf, ground, entered
ON redaction BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER redaction_withdrawn_once BEFORE UPDATE OF withdrawn ON redaction
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL
  OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;

-- ---------------------------------------------------------------------------------------------------
-- Balances: every movement posts to the end-of-day balances of both its accounts, on its day and all later

CREATE TRIGGER batch_issue_posts AFTER INSERT ON batch_issue BEGIN
  INSERT INTO account_day (account_id, on_day, balance_fen)
    SELECT NEW.account_id, NEW.issued_on, ifnull((
      SELECT balance_fen FROM account_day
      WHERE account_id = NEW.account_id AND on_day < NEW.issued_on
      ORDER BY on_day DESC LIMIT 1), 0)
    WHERE true ON CONFLICT DO NOTHING;
  UPDATE account_day SET balance_fen = balance_fen + NEW.amount_fen
    WHERE account_id = NEW.account_id AND on_day >= NEW.issued_on;
END;
CREATE TRIGGER batch_issue_unposts AFTER UPDATE OF withdrawn ON batch_issue BEGIN
  UPDATE account_day SET balance_fen = balance_fen - NEW.amount_fen
    WHERE account_id = NEW.account_id AND on_day >= NEW.issued_on;
END;
CREATE TRIGGER movement_posts AFTER INSERT ON movement BEGIN
  INSERT INTO account_day (account_id, on_day, balance_fen)
    SELECT side.id, NEW.moved_on, ifnull((
      SELECT balance_fen FROM account_day
      WHERE account_id = side.id AND on_day < NEW.moved_on
      ORDER BY on_day DESC LIMIT 1), 0)
    FROM (SELECT NEW.upper_id AS id UNION ALL SELECT NEW.lower_id) AS side
    WHERE true ON CONFLICT DO NOTHING;
  UPDATE account_day SET balance_fen = balance_fen - NEW.amount_fen
    WHERE account_id = NEW.upper_id AND on_day >= NEW.moved_on;
  UPDATE account_day SET balance_fen = balance_fen + NEW.amount_fen
    WHERE account_id = NEW.lower_id AND on_day >= NEW.moved_on;
END;
CREATE TRIGGER movement_unposts AFTER UPDATE OF withdrawn ON movement BEGIN
  UPDATE account_day SET balance_fen = balance_fen + NEW.amount_fen
    WHERE account_id = NEW.upper_id AND on_day >= NEW.moved_on;
  UPDATE account_day SET balance_fen = balance_fen - NEW.amount_fen
    WHERE account_id = NEW.lower_id AND on_day >= NEW.moved_on;
END;
