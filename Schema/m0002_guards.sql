-- The guards that are not of a fact table's own rows: entries, the lists that the chain rests on, balances.
--
-- The guards of fact tables are made from `fact_table` and `fact_column` when a migration has run
-- (FactGuards.swift). A row of a fact table enters with the open entry, is never deleted, and changes in one
-- way: its withdrawal mark is set, once, by the open entry. A redaction empties the identity columns and the
-- salt of a row that has a redaction row, all at once, and nothing else of it: the household, the days and
-- the relation stay, so that counts do.
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
  OR NEW.rejected_rows IS NOT OLD.rejected_rows AND (OLD.rejected_rows IS NOT NULL OR OLD.is_judged = 1)
  OR NEW.report_month IS NOT OLD.report_month
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
CREATE TRIGGER fact_column_fixed BEFORE UPDATE ON fact_column BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER fact_column_stays BEFORE DELETE ON fact_column BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER entry_column_fixed BEFORE UPDATE ON entry_column BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER entry_column_stays BEFORE DELETE ON entry_column BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
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
