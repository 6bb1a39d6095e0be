-- The rules: one view a rule, each row of it a breach among standing facts.
--
-- `fact_id` is the breaching fact in the table the view names first; a bulk import, a single command and
-- `check` all ask the same view. The seal of an entry asks each for what the entry touched: the rows it
-- added, and for rules that something must exist, what it withdrew. So an entry is judged as a whole, when it
-- ends, and passes through any state on its way there.

-- The rows an entry added to a table, by the table's name.
CREATE VIEW added AS
SELECT entry_part.entry, fact_table.name AS table_name, entry_part.first_id, entry_part.last_id
FROM entry_part JOIN fact_table ON fact_table.id = entry_part.fact_table;

-- One ID is an active member of one household at a time, and of that once. Nobody is a member from the day on
-- which the household ended.
CREATE VIEW rule_member_overlap AS
SELECT later.id AS fact_id, earlier.id AS other_id, later.household_id,
  max(later.joined_on, earlier.joined_on) AS on_day
FROM member AS later
JOIN member AS earlier ON earlier.resident_key = later.resident_key AND earlier.id < later.id
WHERE later.withdrawn IS NULL AND later.resident_key IS NOT NULL
  AND earlier.withdrawn IS NULL AND earlier.resident_key IS NOT NULL
  AND earlier.joined_on < later.left_on AND later.joined_on < earlier.left_on
  AND NOT EXISTS (
    SELECT 1 FROM household_end
    WHERE household_id IN (later.household_id, earlier.household_id) AND withdrawn IS NULL
      AND ended_on <= max(later.joined_on, earlier.joined_on));

-- The periods of one person in a household do not overlap, with an ID or without.
CREATE VIEW rule_member_period AS
SELECT later.id AS fact_id, earlier.id AS other_id, later.household_id,
  max(later.joined_on, earlier.joined_on) AS on_day
FROM member AS later
JOIN member AS earlier ON earlier.household_id = later.household_id
  AND earlier.member_no = later.member_no AND earlier.joined_on < later.joined_on
WHERE later.withdrawn IS NULL AND later.joined_on > -719162 AND earlier.withdrawn IS NULL
  AND later.joined_on < earlier.left_on;

-- A household has exactly one head, who is a member, on every day on which it has members. That can change
-- where a headship begins and where somebody joins or leaves; nearly everybody is a member from before any
-- day that is asked about, and then the headship of that day stands for all of them. A household that has
-- ended needs no head.
CREATE VIEW rule_head AS
SELECT change.household_id, change.on_day
FROM (
  SELECT household_id, since AS on_day FROM headship WHERE withdrawn IS NULL
  UNION ALL
  SELECT household_id, joined_on FROM member
  WHERE withdrawn IS NULL AND (joined_on > -719162 OR NOT EXISTS (
    SELECT 1 FROM headship
    WHERE household_id = member.household_id AND withdrawn IS NULL AND since = -719162))
  UNION ALL
  SELECT household_id, left_on FROM member WHERE withdrawn IS NULL AND left_on < 2932896
) AS change
WHERE EXISTS (
    SELECT 1 FROM member
    WHERE household_id = change.household_id AND withdrawn IS NULL
      AND joined_on <= change.on_day AND change.on_day < left_on)
  AND NOT EXISTS (
    SELECT 1 FROM headship
    JOIN member ON member.household_id = headship.household_id
      AND member.member_no = headship.member_no AND member.withdrawn IS NULL
      AND member.joined_on <= change.on_day AND change.on_day < member.left_on
    WHERE headship.household_id = change.household_id AND headship.withdrawn IS NULL
      AND headship.since = (
        SELECT max(since) FROM headship AS latest
        WHERE latest.household_id = change.household_id AND latest.withdrawn IS NULL
          AND latest.since <= change.on_day))
  AND NOT EXISTS (
    SELECT 1 FROM household_end
    WHERE household_id = change.household_id AND withdrawn IS NULL AND ended_on <= change.on_day);

-- Nothing happens in a household that has ended: nobody joins it, nobody is its head from then on, no event
-- is dated behind its end, and whom a merge took over is not in it. On the day of the end itself people may
-- still split off.
CREATE VIEW rule_household_ended AS
SELECT 'member' AS table_name, member.id AS fact_id, ended.household_id, ended.ended_on AS on_day
FROM household_end AS ended
CROSS JOIN member ON member.household_id = ended.household_id AND member.withdrawn IS NULL
WHERE ended.withdrawn IS NULL
  AND (member.joined_on >= ended.ended_on
    OR ended.into_household_id IS NOT NULL AND member.left_on > ended.ended_on)
UNION ALL
SELECT 'headship', headship.id, ended.household_id, ended.ended_on
FROM household_end AS ended
CROSS JOIN headship ON headship.household_id = ended.household_id AND headship.withdrawn IS NULL
WHERE ended.withdrawn IS NULL AND headship.since >= ended.ended_on
UNION ALL
SELECT 'household_event', event.id, ended.household_id, ended.ended_on
FROM household_end AS ended
CROSS JOIN household_event AS event
  ON event.household_id = ended.household_id AND event.withdrawn IS NULL
WHERE ended.withdrawn IS NULL
  AND (event.happened_on > ended.ended_on
    OR event.happened_on = ended.ended_on AND event.event IN (2, 3))
UNION ALL
SELECT 'household_event', event.id, ended.household_id, ended.ended_on
FROM household_end AS ended
CROSS JOIN household_event AS event ON event.other_household_id = ended.household_id
  AND event.other_household_id IS NOT NULL AND event.withdrawn IS NULL
WHERE ended.withdrawn IS NULL AND event.happened_on >= ended.ended_on;

-- A household that was ever enrolled does not end before its first enrolment.
CREATE VIEW rule_end_enrolment AS
SELECT ended.id AS fact_id, ended.household_id, ended.ended_on AS on_day
FROM household_end AS ended
WHERE ended.withdrawn IS NULL
  AND EXISTS (
    SELECT 1 FROM enrolment WHERE household_id = ended.household_id AND withdrawn IS NULL)
  AND NOT EXISTS (
    SELECT 1 FROM enrolment WHERE household_id = ended.household_id AND withdrawn IS NULL
      AND enrolled_on <= ended.ended_on);

-- The days on which a household gave: somebody split off (event 4), it merged (5) or it ended (6).
CREATE VIEW giving AS
SELECT 'household_event' AS table_name, id AS fact_id, household_id, happened_on AS on_day, entered, 4 AS event
FROM household_event WHERE withdrawn IS NULL AND event = 4
UNION ALL
SELECT 'household_end', id, household_id, ended_on, entered,
  CASE WHEN into_household_id IS NULL THEN 6 ELSE 5 END
FROM household_end WHERE withdrawn IS NULL;

-- Everybody who is, or by a fact that was withdrawn was, a member on such a day. Who splits off on the day
-- is a member for the other splits of the day, and gone for a merge or an end; whom a merge of the day took
-- over is one for its splits. An event of the day that was withdrawn counts too, so that several of one day
-- do not stand in each other's way.
CREATE VIEW giving_member AS
SELECT giving.table_name, giving.fact_id, giving.household_id, giving.on_day, giving.entered AS told,
  member.member_no, member.entered, member.withdrawn
FROM giving CROSS JOIN member ON member.household_id = giving.household_id
WHERE member.joined_on <= giving.on_day
  AND (member.left_on > giving.on_day
    OR member.left_on = giving.on_day AND giving.event < 6 AND (giving.event = 4) = (
      EXISTS (
        SELECT 1 FROM household_event AS took
        WHERE took.household_id = giving.household_id AND took.happened_on = giving.on_day
          AND (took.event = 4 AND took.member_no = member.member_no
            OR took.event = 5 AND giving.event = 4)
          AND took.withdrawn IS NULL)
      OR EXISTS (
        SELECT 1 FROM household_event AS took
        WHERE took.household_id = giving.household_id AND took.happened_on = giving.on_day
          AND (took.event = 4 AND took.member_no = member.member_no
            OR took.event = 5 AND giving.event = 4)
          AND took.withdrawn IS NOT NULL)));

-- A split takes away, a merge takes over and an end lets go the members of that day: they stay those that
-- were known when it was told. Somebody is a member of the day now who was not known to be, or is not any
-- more who was.
CREATE VIEW rule_given_members AS
SELECT table_name, fact_id, household_id, on_day, member_no
FROM giving_member AS now
WHERE now.withdrawn IS NULL AND now.entered > now.told
  AND NOT EXISTS (
    SELECT 1 FROM giving_member AS past
    WHERE past.household_id = now.household_id AND past.withdrawn > past.told
      AND past.withdrawn IS NOT NULL AND past.entered <= past.told
      AND past.table_name = now.table_name AND past.fact_id = now.fact_id
      AND past.member_no = now.member_no)
UNION ALL
SELECT table_name, fact_id, household_id, on_day, member_no
FROM giving_member AS past
WHERE past.withdrawn IS NOT NULL AND past.withdrawn > past.told AND past.entered <= past.told
  AND NOT EXISTS (
    SELECT 1 FROM giving_member AS now
    WHERE now.household_id = past.household_id AND now.withdrawn IS NULL
      AND now.table_name = past.table_name AND now.fact_id = past.fact_id
      AND now.member_no = past.member_no);

-- A household that a split makes begins on the day of the split: it lived nowhere before, and nobody was in it.
CREATE VIEW rule_split_begins AS
SELECT event.id AS fact_id, event.other_household_id AS household_id, event.happened_on AS on_day
FROM household_event AS event
WHERE event.withdrawn IS NULL AND event.other_household_id IS NOT NULL AND event.event = 4
  AND (
    EXISTS (
      SELECT 1 FROM residence WHERE household_id = event.other_household_id AND withdrawn IS NULL
        AND since < event.happened_on)
    OR EXISTS (
      SELECT 1 FROM member WHERE household_id = event.other_household_id AND withdrawn IS NULL
        AND joined_on < event.happened_on));

-- A role's periods for one household do not overlap.
CREATE VIEW rule_assignment_overlap AS
SELECT later.id AS fact_id, earlier.id AS other_id, later.household_id,
  max(later.since, earlier.since) AS on_day
FROM assignment AS later
JOIN assignment AS earlier ON earlier.household_id = later.household_id
  AND earlier.role = later.role AND earlier.id < later.id
WHERE later.withdrawn IS NULL AND earlier.withdrawn IS NULL
  AND earlier.since < later.until AND later.since < earlier.until;

-- A household's links to one project do not overlap.
CREATE VIEW rule_project_household_overlap AS
SELECT later.id AS fact_id, earlier.id AS other_id, later.household_id,
  max(later.since, earlier.since) AS on_day
FROM project_household AS later
JOIN project_household AS earlier ON earlier.household_id = later.household_id
  AND earlier.project_id = later.project_id AND earlier.id < later.id
WHERE later.withdrawn IS NULL AND earlier.withdrawn IS NULL
  AND earlier.since < later.until AND later.since < earlier.until;

-- A project's steps follow each other: proposed 1, reviewed 2, approved 3, started 4, accepted 5,
-- closed 6 each on or after the one before, none skipped; rejected 7 ends a project that is not
-- approved, cancelled 8 one that is not closed, and nothing comes after either. A further review follows one
-- that sent the project back. The last review comes before the approval, and does not say no to it.
CREATE VIEW rule_project_step_order AS
SELECT later.id AS fact_id, later.project_id, later.stepped_on AS on_day
FROM project_step AS later
WHERE later.withdrawn IS NULL
  AND (later.step BETWEEN 2 AND 6 AND NOT EXISTS (
      SELECT 1 FROM project_step AS before
      WHERE before.project_id = later.project_id AND before.withdrawn IS NULL
        AND before.step = later.step - 1 AND before.stepped_on <= later.stepped_on)
    OR later.round > 1 AND NOT EXISTS (
      SELECT 1 FROM project_step AS before
      WHERE before.project_id = later.project_id AND before.withdrawn IS NULL
        AND before.step = 2 AND before.round = later.round - 1 AND before.verdict = 'revise'
        AND before.stepped_on <= later.stepped_on)
    OR later.step = 3 AND EXISTS (
      SELECT 1 FROM project_step AS review
      WHERE review.project_id = later.project_id AND review.withdrawn IS NULL
        AND review.step = 2 AND review.stepped_on > later.stepped_on)
    OR later.step = 3 AND (
      SELECT verdict FROM project_step AS review
      WHERE review.project_id = later.project_id AND review.withdrawn IS NULL AND review.step = 2
      ORDER BY review.round DESC LIMIT 1) IN ('reject', 'revise')
    OR later.step = 7 AND EXISTS (
      SELECT 1 FROM project_step AS other
      WHERE other.project_id = later.project_id AND other.withdrawn IS NULL
        AND (other.step BETWEEN 3 AND 6 OR other.step = 8 OR other.stepped_on > later.stepped_on))
    OR later.step = 8 AND EXISTS (
      SELECT 1 FROM project_step AS other
      WHERE other.project_id = later.project_id AND other.withdrawn IS NULL
        AND (other.step = 6 OR other.step < 6 AND other.stepped_on > later.stepped_on))
    OR later.step >= 7 AND NOT EXISTS (
      SELECT 1 FROM project_step AS before
      WHERE before.project_id = later.project_id AND before.withdrawn IS NULL
        AND before.step = 1 AND before.stepped_on <= later.stepped_on));

-- A project gets money only from the day of its approval on, and nothing goes down to it or through it
-- from the day it is cancelled. Money back up is always taken.
CREATE VIEW rule_movement_approval AS
SELECT movement.id AS fact_id, account.project_id, movement.moved_on AS on_day
FROM account
JOIN movement ON movement.lower_id = account.id
WHERE account.rung >= 2 AND account.project_id IS NOT NULL
  AND movement.withdrawn IS NULL AND movement.amount_fen > 0
  AND (NOT EXISTS (
      SELECT 1 FROM project_step
      WHERE project_id = account.project_id AND withdrawn IS NULL
        AND step = 3 AND stepped_on <= movement.moved_on)
    OR EXISTS (
      SELECT 1 FROM project_step
      WHERE project_id = account.project_id AND withdrawn IS NULL
        AND step = 8 AND stepped_on <= movement.moved_on));

-- A project that names a fund refuses another fund's money.
CREATE VIEW rule_movement_fund AS
SELECT movement.id AS fact_id, account.project_id, movement.moved_on AS on_day
FROM account
JOIN movement ON movement.lower_id = account.id
JOIN project_record ON project_record.project_id = account.project_id
  AND project_record.withdrawn IS NULL
JOIN batch_issue ON batch_issue.batch_id = account.batch_id AND batch_issue.withdrawn IS NULL
WHERE account.rung = 2 AND account.project_id IS NOT NULL
  AND movement.withdrawn IS NULL AND movement.amount_fen > 0
  AND project_record.fund IS NOT NULL AND project_record.fund <> batch_issue.fund;

-- Money moves to a household on or after its enrolment.
CREATE VIEW rule_movement_enrolment AS
SELECT movement.id AS fact_id, account.household_id, movement.moved_on AS on_day
FROM account
JOIN movement ON movement.lower_id = account.id
WHERE account.household_id IS NOT NULL
  AND movement.withdrawn IS NULL AND movement.amount_fen > 0
  AND NOT EXISTS (
    SELECT 1 FROM enrolment
    WHERE household_id = account.household_id AND withdrawn IS NULL
      AND enrolled_on <= movement.moved_on);

-- A reversal names a standing movement of its kind, takes back the whole of it between the same
-- accounts, and comes on or after its day. A reversal is not itself reversed.
CREATE VIEW rule_movement_reversal AS
SELECT reversal.id AS fact_id, reversal.is_payment, reversal.reverses, reversal.moved_on AS on_day
FROM movement AS reversal
WHERE reversal.withdrawn IS NULL AND reversal.reverses IS NOT NULL
  AND NOT EXISTS (
    SELECT 1 FROM movement AS reversed
    WHERE reversed.is_payment = reversal.is_payment AND reversed.number = reversal.reverses
      AND reversed.withdrawn IS NULL AND reversed.reverses IS NULL
      AND reversed.amount_fen = -reversal.amount_fen AND reversed.moved_on <= reversal.moved_on
      AND reversed.upper_id = reversal.upper_id AND reversed.lower_id = reversal.lower_id);

-- A movement goes one rung down, within its batch, its project and its household: to a household or its
-- payment, or out of what the project holds to a payee. Only what reaches the last rung is a payment.
CREATE VIEW rule_movement_rung AS
SELECT movement.id AS fact_id, lower.project_id, lower.household_id, movement.moved_on AS on_day
FROM movement
JOIN account AS upper ON upper.id = movement.upper_id
JOIN account AS lower ON lower.id = movement.lower_id
WHERE movement.withdrawn IS NULL
  AND NOT (upper.batch_id = lower.batch_id
    AND lower.rung = CASE WHEN lower.payee IS NULL THEN upper.rung + 1 ELSE upper.rung + 2 END
    AND movement.is_payment = (lower.rung = 4)
    AND (upper.project_id IS NULL OR upper.project_id = lower.project_id)
    AND (upper.household_id IS NULL OR upper.household_id = lower.household_id));

-- On every rung, what went down never exceeds what came in, at the end of every day.
CREATE VIEW rule_ladder AS
SELECT account_id, on_day, balance_fen FROM account_day WHERE balance_fen < 0;

-- A household's progress is not logged before its enrolment.
CREATE VIEW rule_progress_enrolment AS
SELECT progress.id AS fact_id, progress.household_id, progress.logged_on AS on_day
FROM progress
WHERE progress.withdrawn IS NULL AND progress.household_id IS NOT NULL
  AND NOT EXISTS (
    SELECT 1 FROM enrolment
    WHERE household_id = progress.household_id AND withdrawn IS NULL
      AND enrolled_on <= progress.logged_on);

-- The year of an enrolment is the year of its day.
CREATE VIEW rule_enrolment_year AS
SELECT id AS fact_id, household_id, enrolled_on AS on_day
FROM enrolment
WHERE withdrawn IS NULL
  AND year <> CAST(strftime('%Y', enrolled_on * 86400, 'unixepoch') AS INTEGER);

-- What is said of a household is said of one that is registered: it lives somewhere.
CREATE VIEW rule_household_registered AS
SELECT said.table_name, said.fact_id, said.household_id
FROM (
  SELECT 'household_class' AS table_name, id AS fact_id, household_id
    FROM household_class WHERE withdrawn IS NULL
  UNION ALL SELECT 'circumstance', id, household_id FROM circumstance WHERE withdrawn IS NULL
  UNION ALL SELECT 'enrolment', id, household_id FROM enrolment WHERE withdrawn IS NULL
  UNION ALL SELECT 'member', id, household_id FROM member WHERE withdrawn IS NULL
  UNION ALL SELECT 'headship', id, household_id FROM headship WHERE withdrawn IS NULL
  UNION ALL SELECT 'household_end', id, household_id FROM household_end WHERE withdrawn IS NULL
  UNION ALL SELECT 'household_event', id, household_id FROM household_event WHERE withdrawn IS NULL
  UNION ALL SELECT 'plan', id, household_id FROM plan WHERE withdrawn IS NULL
  UNION ALL SELECT 'assignment', id, household_id FROM assignment WHERE withdrawn IS NULL
  UNION ALL SELECT 'project_household', id, household_id FROM project_household WHERE withdrawn IS NULL
  UNION ALL SELECT 'movement', movement.id, account.household_id
    FROM account JOIN movement ON movement.lower_id = account.id
    WHERE account.household_id IS NOT NULL AND movement.withdrawn IS NULL
  UNION ALL SELECT 'pay_list_row', pay_list_row.id, account.household_id
    FROM account JOIN pay_list_row ON pay_list_row.account_id = account.id
    WHERE account.household_id IS NOT NULL AND pay_list_row.withdrawn IS NULL
  UNION ALL SELECT 'progress', id, household_id FROM progress
    WHERE withdrawn IS NULL AND household_id IS NOT NULL
  UNION ALL SELECT 'income', id, household_id FROM income WHERE withdrawn IS NULL
  UNION ALL SELECT 'inspection_household', id, household_id FROM inspection_household WHERE withdrawn IS NULL
  UNION ALL SELECT 'finding', id, household_id FROM finding WHERE withdrawn IS NULL
) AS said
WHERE NOT EXISTS (
  SELECT 1 FROM residence WHERE household_id = said.household_id AND withdrawn IS NULL);

-- What is said of an official is said of one with a standing record.
CREATE VIEW rule_staff_registered AS
SELECT said.table_name, said.fact_id, said.staff_id
FROM (
  SELECT 'assignment' AS table_name, id AS fact_id, staff_id FROM assignment WHERE withdrawn IS NULL
  UNION ALL SELECT 'progress', id, staff_id FROM progress WHERE withdrawn IS NULL
) AS said
WHERE NOT EXISTS (
  SELECT 1 FROM staff_record WHERE staff_id = said.staff_id AND withdrawn IS NULL);

-- What is said of a project is said of one with a standing record.
CREATE VIEW rule_project_registered AS
SELECT said.table_name, said.fact_id, said.project_id
FROM (
  SELECT 'project_step' AS table_name, id AS fact_id, project_id FROM project_step WHERE withdrawn IS NULL
  UNION ALL SELECT 'project_household', id, project_id FROM project_household WHERE withdrawn IS NULL
  UNION ALL SELECT 'movement', movement.id, account.project_id
    FROM account JOIN movement ON movement.lower_id = account.id
    WHERE account.project_id IS NOT NULL AND movement.withdrawn IS NULL
  UNION ALL SELECT 'progress', id, project_id FROM progress
    WHERE withdrawn IS NULL AND project_id IS NOT NULL
  UNION ALL SELECT 'disclosure', id, project_id FROM disclosure WHERE withdrawn IS NULL
) AS said
WHERE NOT EXISTS (
  SELECT 1 FROM project_record WHERE project_id = said.project_id AND withdrawn IS NULL);

-- A row of a pay list is one of a list that was drawn.
CREATE VIEW rule_pay_list_registered AS
SELECT id AS fact_id, pay_list_id, account_id
FROM pay_list_row
WHERE withdrawn IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM pay_list_record
    WHERE pay_list_id = pay_list_row.pay_list_id AND withdrawn IS NULL);

-- What the bank says, it says of a row of the list, and what it has paid is a payment out of that row's
-- account.
CREATE VIEW rule_bank_return AS
SELECT id AS fact_id, pay_list_id, account_id, paid_on AS on_day
FROM bank_return
WHERE withdrawn IS NULL
  AND (NOT EXISTS (
      SELECT 1 FROM pay_list_row
      WHERE pay_list_id = bank_return.pay_list_id AND account_id = bank_return.account_id
        AND withdrawn IS NULL AND amount_fen = bank_return.amount_fen)
    OR is_paid = 1 AND NOT EXISTS (
      SELECT 1 FROM movement
      WHERE is_payment = 1 AND number = bank_return.voucher_no AND withdrawn IS NULL
        AND upper_id = bank_return.account_id AND amount_fen = bank_return.amount_fen
        AND moved_on = bank_return.paid_on));

-- The households drawn for an inspection are those of a draw. Findings may be of one drawn elsewhere.
CREATE VIEW rule_inspection_registered AS
SELECT drawn.id AS fact_id, drawn.inspection_id, drawn.household_id
FROM inspection_household AS drawn
WHERE drawn.withdrawn IS NULL AND NOT EXISTS (
  SELECT 1 FROM inspection_draw WHERE inspection_id = drawn.inspection_id AND withdrawn IS NULL);

-- A household lives in a place that has a name.
CREATE VIEW rule_residence_region AS
SELECT residence.id AS fact_id, residence.household_id, residence.village_code, residence.since AS on_day
FROM residence
WHERE residence.withdrawn IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM region WHERE code = residence.village_code AND withdrawn IS NULL);

-- ---------------------------------------------------------------------------------------------------
-- The judgement of many rows at once. A rule is asked of the rows an entry added, one by one; where those
-- are most of their table, a question to the whole table is cheaper that shows at once that nothing, or
-- hardly anything, can break it.

-- An entry's rows of a table, where they are many and more than half of it.
CREATE VIEW bulk_part AS
SELECT entry, table_name FROM added
WHERE last_id - first_id >= 1000 AND (last_id - first_id) * 2 > last_id;

-- Members whose resident ID another row bears too: only they can overlap.
CREATE VIEW repeated_resident AS
SELECT member.id AS fact_id
FROM (
  SELECT resident_key FROM member WHERE withdrawn IS NULL AND resident_key IS NOT NULL
  GROUP BY resident_key HAVING count(*) > 1) AS repeated
CROSS JOIN member ON member.resident_key = repeated.resident_key
  AND member.withdrawn IS NULL AND member.resident_key IS NOT NULL;

-- One row where no two rows of members bear one ID: the index is walked once, and nothing gathered.
CREATE VIEW distinct_residents AS
SELECT 1 AS hold
WHERE (
    SELECT count(*) FROM member INDEXED BY member_resident
    WHERE withdrawn IS NULL AND resident_key IS NOT NULL)
  = (
    SELECT count(DISTINCT resident_key) FROM member INDEXED BY member_resident
    WHERE withdrawn IS NULL AND resident_key IS NOT NULL);

-- Members who joined on a day: only theirs can be a later period of a person.
CREATE VIEW dated_member AS
SELECT id AS fact_id FROM member INDEXED BY member_household
WHERE withdrawn IS NULL AND joined_on > -719162;

-- One row where every household with members has one head from before any day that is asked about, who
-- never leaves: then no day is without. None where that is not so, which breaks no rule by itself.
CREATE VIEW lasting_heads AS
SELECT 1 AS hold
WHERE NOT EXISTS (SELECT 1 FROM headship WHERE withdrawn IS NULL AND since > -719162)
  AND NOT EXISTS (
    SELECT 1 FROM headship
    LEFT JOIN member ON member.household_id = headship.household_id
      AND member.member_no = headship.member_no AND member.withdrawn IS NULL
      AND member.joined_on = -719162 AND member.left_on = 2932896
    WHERE headship.withdrawn IS NULL AND member.id IS NULL)
  AND (SELECT count(DISTINCT household_id) FROM member WHERE withdrawn IS NULL)
    = (SELECT count(*) FROM headship WHERE withdrawn IS NULL);

-- Identities of which nothing may be said, since no standing fact registers them.
CREATE VIEW unregistered_household AS
SELECT household.id FROM household
LEFT JOIN residence ON residence.household_id = household.id AND residence.withdrawn IS NULL
WHERE residence.id IS NULL;
CREATE VIEW unregistered_staff AS
SELECT staff.id FROM staff
LEFT JOIN staff_record ON staff_record.staff_id = staff.id AND staff_record.withdrawn IS NULL
WHERE staff_record.id IS NULL;
CREATE VIEW unregistered_project AS
SELECT project.id FROM project
LEFT JOIN project_record ON project_record.project_id = project.id
  AND project_record.withdrawn IS NULL
WHERE project_record.id IS NULL;

-- ---------------------------------------------------------------------------------------------------
-- The judgement. Setting an entry's is_judged asks every rule about what the entry touched; its hash can be
-- set only after that, and nothing more enters. A rule has a trigger of its own, since SQLite keeps what a
-- trigger has opened until it ends and looks through all of it whenever it opens more. RAISE takes only a
-- literal here, so the program asks the same view for the household, the rung and the balance before it
-- words the refusal.
--
-- SQLite happens to ask the trigger made last first: what is asked first stands last.
CREATE TRIGGER entry_judged_residence_region AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- residence added
  SELECT RAISE(ABORT, 'rule: residence_region') WHERE EXISTS (
    SELECT 1 FROM rule_residence_region WHERE fact_id BETWEEN
      (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'residence')
      AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'residence'));
  -- region withdrawn
  SELECT RAISE(ABORT, 'rule: residence_region') WHERE EXISTS (
    SELECT 1 FROM rule_residence_region WHERE village_code IN (
      SELECT code FROM region WHERE withdrawn = NEW.id));
END;

CREATE TRIGGER entry_judged_inspection_registered AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- inspection_household added
  SELECT RAISE(ABORT, 'rule: inspection_registered') WHERE EXISTS (
    SELECT 1 FROM rule_inspection_registered WHERE fact_id BETWEEN
      (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'inspection_household')
      AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'inspection_household'));
  -- inspection_draw withdrawn
  SELECT RAISE(ABORT, 'rule: inspection_registered') WHERE EXISTS (
    SELECT 1 FROM rule_inspection_registered WHERE inspection_id IN (
      SELECT inspection_id FROM inspection_draw WHERE withdrawn = NEW.id));
END;

CREATE TRIGGER entry_judged_bank_return AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- bank_return added
  SELECT RAISE(ABORT, 'rule: bank_return') WHERE EXISTS (
    SELECT 1 FROM rule_bank_return WHERE fact_id BETWEEN
      (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'bank_return')
      AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'bank_return'));
  -- pay_list_row withdrawn
  SELECT RAISE(ABORT, 'rule: bank_return') WHERE EXISTS (
    SELECT 1 FROM rule_bank_return WHERE account_id IN (
      SELECT account_id FROM pay_list_row WHERE withdrawn = NEW.id));
  -- payment withdrawn
  SELECT RAISE(ABORT, 'rule: bank_return') WHERE EXISTS (
    SELECT 1 FROM rule_bank_return WHERE account_id IN (
      SELECT upper_id FROM movement WHERE withdrawn = NEW.id AND is_payment = 1));
END;

CREATE TRIGGER entry_judged_pay_list_registered AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- pay_list_row added
  SELECT RAISE(ABORT, 'rule: pay_list_registered') WHERE EXISTS (
    SELECT 1 FROM rule_pay_list_registered WHERE fact_id BETWEEN
      (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'pay_list_row')
      AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'pay_list_row'));
  -- pay_list_record withdrawn
  SELECT RAISE(ABORT, 'rule: pay_list_registered') WHERE EXISTS (
    SELECT 1 FROM rule_pay_list_registered WHERE pay_list_id IN (
      SELECT pay_list_id FROM pay_list_record WHERE withdrawn = NEW.id));
END;

CREATE TRIGGER entry_judged_project_registered AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- anything added
  SELECT RAISE(ABORT, 'rule: project_registered') FROM added AS part
    WHERE part.entry = NEW.id AND CASE
      WHEN EXISTS (SELECT 1 FROM bulk_part WHERE entry = NEW.id)
        AND NOT EXISTS (SELECT 1 FROM unregistered_project)
      THEN 0
      ELSE EXISTS (
        SELECT 1 FROM rule_project_registered
        WHERE table_name = part.table_name AND fact_id BETWEEN part.first_id AND part.last_id) END;
  -- project_record withdrawn
  SELECT RAISE(ABORT, 'rule: project_registered') WHERE EXISTS (
    SELECT 1 FROM rule_project_registered WHERE project_id IN (
      SELECT project_id FROM project_record WHERE withdrawn = NEW.id));
END;

CREATE TRIGGER entry_judged_staff_registered AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- anything added
  SELECT RAISE(ABORT, 'rule: staff_registered') FROM added AS part
    WHERE part.entry = NEW.id AND CASE
      WHEN EXISTS (SELECT 1 FROM bulk_part WHERE entry = NEW.id)
        AND NOT EXISTS (SELECT 1 FROM unregistered_staff)
      THEN 0
      ELSE EXISTS (
        SELECT 1 FROM rule_staff_registered
        WHERE table_name = part.table_name AND fact_id BETWEEN part.first_id AND part.last_id) END;
  -- staff_record withdrawn
  SELECT RAISE(ABORT, 'rule: staff_registered') WHERE EXISTS (
    SELECT 1 FROM rule_staff_registered WHERE staff_id IN (
      SELECT staff_id FROM staff_record WHERE withdrawn = NEW.id));
END;

CREATE TRIGGER entry_judged_household_registered AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- anything added
  SELECT RAISE(ABORT, 'rule: household_registered') FROM added AS part
    WHERE part.entry = NEW.id AND CASE
      WHEN EXISTS (SELECT 1 FROM bulk_part WHERE entry = NEW.id)
        AND NOT EXISTS (SELECT 1 FROM unregistered_household)
      THEN 0
      ELSE EXISTS (
        SELECT 1 FROM rule_household_registered
        WHERE table_name = part.table_name AND fact_id BETWEEN part.first_id AND part.last_id) END;
  -- residence withdrawn
  SELECT RAISE(ABORT, 'rule: household_registered') WHERE EXISTS (
    SELECT 1 FROM rule_household_registered WHERE household_id IN (
      SELECT household_id FROM residence WHERE withdrawn = NEW.id));
END;

CREATE TRIGGER entry_judged_enrolment_year AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- enrolment added
  SELECT RAISE(ABORT, 'rule: enrolment_year') WHERE EXISTS (
    SELECT 1 FROM rule_enrolment_year WHERE fact_id BETWEEN
      (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'enrolment')
      AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'enrolment'));
END;

CREATE TRIGGER entry_judged_progress_enrolment AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- progress added
  SELECT RAISE(ABORT, 'rule: progress_enrolment') WHERE EXISTS (
    SELECT 1 FROM rule_progress_enrolment WHERE fact_id BETWEEN
      (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'progress')
      AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'progress'));
  -- enrolment withdrawn
  SELECT RAISE(ABORT, 'rule: progress_enrolment') WHERE EXISTS (
    SELECT 1 FROM rule_progress_enrolment WHERE household_id IN (
      SELECT household_id FROM enrolment WHERE withdrawn = NEW.id));
END;

CREATE TRIGGER entry_judged_ladder AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  SELECT RAISE(ABORT, 'rule: ladder') WHERE EXISTS (SELECT 1 FROM rule_ladder);
END;

CREATE TRIGGER entry_judged_movement_rung AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- movement added
  SELECT RAISE(ABORT, 'rule: movement_rung') WHERE EXISTS (
    SELECT 1 FROM rule_movement_rung WHERE fact_id BETWEEN
      (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'movement')
      AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'movement'));
END;

CREATE TRIGGER entry_judged_movement_reversal AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- movement added
  SELECT RAISE(ABORT, 'rule: movement_reversal') WHERE EXISTS (
    SELECT 1 FROM rule_movement_reversal WHERE fact_id BETWEEN
      (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'movement')
      AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'movement'));
  -- movement withdrawn
  SELECT RAISE(ABORT, 'rule: movement_reversal') WHERE EXISTS (
    SELECT 1 FROM rule_movement_reversal WHERE (is_payment, reverses) IN (
      SELECT is_payment, number FROM movement WHERE withdrawn = NEW.id));
END;

CREATE TRIGGER entry_judged_movement_enrolment AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- movement added
  SELECT RAISE(ABORT, 'rule: movement_enrolment') WHERE EXISTS (
    SELECT 1 FROM rule_movement_enrolment WHERE fact_id BETWEEN
      (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'movement')
      AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'movement'));
  -- enrolment withdrawn
  SELECT RAISE(ABORT, 'rule: movement_enrolment') WHERE EXISTS (
    SELECT 1 FROM rule_movement_enrolment WHERE household_id IN (
      SELECT household_id FROM enrolment WHERE withdrawn = NEW.id));
END;

CREATE TRIGGER entry_judged_movement_fund AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- movement added
  SELECT RAISE(ABORT, 'rule: movement_fund') WHERE EXISTS (
    SELECT 1 FROM rule_movement_fund WHERE fact_id BETWEEN
      (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'movement')
      AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'movement'));
  -- project_record added
  SELECT RAISE(ABORT, 'rule: movement_fund') WHERE EXISTS (
    SELECT 1 FROM rule_movement_fund WHERE project_id IN (
      SELECT project_id FROM project_record WHERE id BETWEEN
        (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'project_record')
        AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'project_record')));
  -- batch_issue added
  SELECT RAISE(ABORT, 'rule: movement_fund') WHERE EXISTS (
    SELECT 1 FROM rule_movement_fund WHERE project_id IN (
      SELECT account.project_id FROM batch_issue
      JOIN account ON account.batch_id = batch_issue.batch_id AND account.rung = 2
      WHERE batch_issue.id BETWEEN
        (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'batch_issue')
        AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'batch_issue')));
END;

CREATE TRIGGER entry_judged_movement_approval AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- movement added
  SELECT RAISE(ABORT, 'rule: movement_approval') WHERE EXISTS (
    SELECT 1 FROM rule_movement_approval WHERE fact_id BETWEEN
      (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'movement')
      AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'movement'));
  -- project_step added
  SELECT RAISE(ABORT, 'rule: movement_approval') WHERE EXISTS (
    SELECT 1 FROM rule_movement_approval WHERE project_id IN (
      SELECT project_id FROM project_step WHERE id BETWEEN
        (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'project_step')
        AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'project_step')
        AND step IN (3, 8)));
  -- project_step withdrawn
  SELECT RAISE(ABORT, 'rule: movement_approval') WHERE EXISTS (
    SELECT 1 FROM rule_movement_approval WHERE project_id IN (
      SELECT project_id FROM project_step WHERE withdrawn = NEW.id AND step IN (3, 8)));
END;

CREATE TRIGGER entry_judged_project_step_order AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- project_step added
  SELECT RAISE(ABORT, 'rule: project_step_order') WHERE EXISTS (
    SELECT 1 FROM rule_project_step_order WHERE project_id IN (
      SELECT project_id FROM project_step WHERE id BETWEEN
        (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'project_step')
        AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'project_step')));
  -- project_step withdrawn
  SELECT RAISE(ABORT, 'rule: project_step_order') WHERE EXISTS (
    SELECT 1 FROM rule_project_step_order WHERE project_id IN (
      SELECT project_id FROM project_step WHERE withdrawn = NEW.id));
END;

CREATE TRIGGER entry_judged_project_household_overlap AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- project_household added
  SELECT RAISE(ABORT, 'rule: project_household_overlap') WHERE EXISTS (
    SELECT 1 FROM rule_project_household_overlap WHERE fact_id BETWEEN
      (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'project_household')
      AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'project_household'));
END;

CREATE TRIGGER entry_judged_assignment_overlap AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- assignment added
  SELECT RAISE(ABORT, 'rule: assignment_overlap') WHERE EXISTS (
    SELECT 1 FROM rule_assignment_overlap WHERE fact_id BETWEEN
      (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'assignment')
      AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'assignment'));
END;

CREATE TRIGGER entry_judged_end_enrolment AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- household_end added
  SELECT RAISE(ABORT, 'rule: end_enrolment') WHERE EXISTS (
    SELECT 1 FROM rule_end_enrolment WHERE fact_id BETWEEN
      (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'household_end')
      AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'household_end'));
  -- enrolment added
  SELECT RAISE(ABORT, 'rule: end_enrolment') WHERE CASE
    WHEN EXISTS (SELECT 1 FROM bulk_part WHERE entry = NEW.id AND table_name = 'enrolment')
    THEN EXISTS (SELECT 1 FROM rule_end_enrolment)
    ELSE EXISTS (
      SELECT 1 FROM rule_end_enrolment WHERE household_id IN (
        SELECT household_id FROM enrolment WHERE id BETWEEN
          (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'enrolment')
          AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'enrolment'))) END;
  -- enrolment withdrawn
  SELECT RAISE(ABORT, 'rule: end_enrolment') WHERE EXISTS (
    SELECT 1 FROM rule_end_enrolment WHERE household_id IN (
      SELECT household_id FROM enrolment WHERE withdrawn = NEW.id));
END;

CREATE TRIGGER entry_judged_split_begins AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- household_event added
  SELECT RAISE(ABORT, 'rule: split_begins') WHERE EXISTS (
    SELECT 1 FROM rule_split_begins WHERE fact_id BETWEEN
      (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'household_event')
      AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'household_event'));
  -- residence or member added
  SELECT RAISE(ABORT, 'rule: split_begins') WHERE CASE
    WHEN EXISTS (SELECT 1 FROM bulk_part WHERE entry = NEW.id AND table_name IN ('residence', 'member'))
    THEN EXISTS (SELECT 1 FROM rule_split_begins)
    ELSE EXISTS (
      SELECT 1 FROM rule_split_begins WHERE household_id IN (
        SELECT household_id FROM residence WHERE id BETWEEN
          (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'residence')
          AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'residence')
        UNION ALL
        SELECT household_id FROM member WHERE id BETWEEN
          (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'member')
          AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'member'))) END;
END;

CREATE TRIGGER entry_judged_given_members AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- member added
  SELECT RAISE(ABORT, 'rule: given_members') WHERE CASE
    WHEN EXISTS (SELECT 1 FROM bulk_part WHERE entry = NEW.id AND table_name = 'member')
    THEN EXISTS (SELECT 1 FROM rule_given_members)
    ELSE EXISTS (
      SELECT 1 FROM rule_given_members WHERE household_id IN (
        SELECT household_id FROM member WHERE id BETWEEN
          (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'member')
          AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'member'))) END;
  -- member withdrawn
  SELECT RAISE(ABORT, 'rule: given_members') WHERE EXISTS (
    SELECT 1 FROM rule_given_members WHERE household_id IN (
      SELECT household_id FROM member WHERE withdrawn = NEW.id));
END;

CREATE TRIGGER entry_judged_household_ended AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- member, headship, household_end or household_event added
  SELECT RAISE(ABORT, 'rule: household_ended') WHERE CASE
    WHEN EXISTS (SELECT 1 FROM bulk_part WHERE entry = NEW.id AND table_name IN ('member', 'headship'))
    THEN EXISTS (SELECT 1 FROM rule_household_ended)
    ELSE EXISTS (
      SELECT 1 FROM rule_household_ended WHERE household_id IN (
        SELECT household_id FROM member WHERE id BETWEEN
          (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'member')
          AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'member')
        UNION ALL
        SELECT household_id FROM headship WHERE id BETWEEN
          (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'headship')
          AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'headship')
        UNION ALL
        SELECT household_id FROM household_end WHERE id BETWEEN
          (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'household_end')
          AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'household_end')
        UNION ALL
        SELECT household_id FROM household_event WHERE id BETWEEN
          (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'household_event')
          AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'household_event')
        UNION ALL
        SELECT other_household_id FROM household_event WHERE other_household_id IS NOT NULL
          AND id BETWEEN
            (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'household_event')
            AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'household_event'))) END;
END;

CREATE TRIGGER entry_judged_head AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- member or headship added or withdrawn
  SELECT RAISE(ABORT, 'rule: head') WHERE CASE
    WHEN EXISTS (SELECT 1 FROM bulk_part WHERE entry = NEW.id AND table_name = 'member')
      AND EXISTS (SELECT 1 FROM lasting_heads)
    THEN 0
    ELSE EXISTS (
    SELECT 1 FROM rule_head WHERE household_id IN (
      SELECT household_id FROM member WHERE id BETWEEN
        (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'member')
        AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'member')
      UNION ALL
      SELECT household_id FROM headship WHERE id BETWEEN
        (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'headship')
        AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'headship')
      UNION ALL
      SELECT household_id FROM member WHERE withdrawn = NEW.id
      UNION ALL
      SELECT household_id FROM headship WHERE withdrawn = NEW.id)) END;
  -- household_end withdrawn: its members need a head again
  SELECT RAISE(ABORT, 'rule: head') WHERE EXISTS (
    SELECT 1 FROM rule_head WHERE household_id IN (
      SELECT household_id FROM household_end WHERE withdrawn = NEW.id));
END;

CREATE TRIGGER entry_judged_member_period AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- member added, after or before one that stands
  SELECT RAISE(ABORT, 'rule: member_period') WHERE CASE
    WHEN EXISTS (SELECT 1 FROM bulk_part WHERE entry = NEW.id AND table_name = 'member')
    THEN EXISTS (
      SELECT 1 FROM rule_member_period WHERE fact_id IN (SELECT fact_id FROM dated_member))
    ELSE EXISTS (
      SELECT 1 FROM rule_member_period WHERE fact_id BETWEEN
        (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'member')
        AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'member'))
    OR EXISTS (
      SELECT 1 FROM rule_member_period WHERE other_id BETWEEN
        (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'member')
        AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'member')) END;
END;

CREATE TRIGGER entry_judged_member_overlap AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  -- member added
  SELECT RAISE(ABORT, 'rule: member_overlap') WHERE CASE
    WHEN EXISTS (SELECT 1 FROM bulk_part WHERE entry = NEW.id AND table_name = 'member')
    THEN NOT EXISTS (SELECT 1 FROM distinct_residents) AND EXISTS (
      SELECT 1 FROM rule_member_overlap WHERE fact_id IN (SELECT fact_id FROM repeated_resident))
    ELSE EXISTS (
      SELECT 1 FROM rule_member_overlap WHERE fact_id BETWEEN
        (SELECT first_id FROM added WHERE entry = NEW.id AND table_name = 'member')
        AND (SELECT last_id FROM added WHERE entry = NEW.id AND table_name = 'member')) END;
  -- household_end withdrawn: its members are members again
  SELECT RAISE(ABORT, 'rule: member_overlap') WHERE EXISTS (
    SELECT 1 FROM rule_member_overlap WHERE household_id IN (
      SELECT household_id FROM household_end WHERE withdrawn = NEW.id));
  SELECT RAISE(ABORT, 'rule: member_overlap') WHERE EXISTS (
    SELECT 1 FROM rule_member_overlap WHERE other_id IN (
      SELECT member.id FROM household_end
      CROSS JOIN member ON member.household_id = household_end.household_id
        AND member.withdrawn IS NULL
      WHERE household_end.withdrawn = NEW.id));
END;

CREATE TRIGGER entry_judged_entry_part AFTER UPDATE OF is_judged ON entry
WHEN NEW.is_judged = 1 BEGIN
  SELECT RAISE(ABORT, 'rule: entry_part') WHERE EXISTS (
    SELECT 1 FROM newest_fact WHERE last_id > ifnull((
      SELECT last_id FROM entry_part WHERE fact_table = newest_fact.fact_table
      ORDER BY first_id DESC LIMIT 1), 0));
END;

