PRAGMA application_id = 913337972;
PRAGMA user_version = 13;
CREATE TABLE fact_table (
  id INTEGER PRIMARY KEY,               -- the table's number in the chain, for ever
  name TEXT NOT NULL UNIQUE,
  can_withdraw INTEGER NOT NULL         -- 0: keys, closes and redactions, which stay for good
    CHECK (can_withdraw IN (0, 1)),
  identity TEXT                         -- the columns that say who a person is, blanks between; NULL: the
                                        -- table is not about people. With them a row bears a salt.
) STRICT;
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (1, 'place', 0, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (2, 'household', 0, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (3, 'staff', 0, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (4, 'project', 0, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (5, 'batch', 0, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (6, 'account', 0, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (7, 'inspection', 0, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (8, 'pay_list', 0, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (9, 'register', 0, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (10, 'code_label', 0, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (11, 'region', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (12, 'poverty_line', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (13, 'programme_year', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (14, 'target', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (21, 'residence', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (22, 'household_class', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (23, 'circumstance', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (24, 'enrolment', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (25, 'member', 1, 'resident_key name resident_written id_verified birth_date ethnicity education health labour phone account_no remark');
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (26, 'headship', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (27, 'household_end', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (28, 'household_event', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (29, 'claim', 1, 'resident_key name');
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (30, 'dibao_listing', 1, 'resident_key resident_written name');
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (41, 'plan', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (42, 'staff_record', 1, 'name employer position phone');
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (43, 'assignment', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (44, 'project_record', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (45, 'project_step', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (46, 'project_household', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (51, 'batch_issue', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (52, 'movement', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (53, 'pay_list_record', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (54, 'pay_list_row', 1, 'name account_no');
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (55, 'bank_return', 1, 'account_no');
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (61, 'progress', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (62, 'income', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (71, 'indicator', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (72, 'disclosure', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (73, 'inspection_draw', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (74, 'inspection_household', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (75, 'finding', 1, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (81, 'month_close', 0, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (82, 'closed_figure', 0, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (83, 'closed_place', 0, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (84, 'closed_target', 0, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (85, 'closed_rung', 0, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (86, 'closed_exception', 0, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (87, 'closed_submission', 0, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (91, 'redaction', 0, NULL);
INSERT INTO fact_table (id, name, can_withdraw, identity) VALUES (92, 'entry_county', 0, NULL);
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
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (1, 1, 'code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (2, 1, 'household_no', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (3, 1, 'staff_no', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (4, 1, 'project_no', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (5, 1, 'batch_no', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (5, 2, 'source', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (6, 1, 'batch_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (6, 2, 'rung', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (6, 3, 'county_code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (6, 4, 'project_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (6, 5, 'household_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (6, 6, 'payee', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (7, 1, 'inspection_no', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (8, 1, 'paylist_no', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (9, 1, 'office_code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (9, 2, 'year', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (9, 3, 'made_at', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (9, 4, 'register_number', 'BLOB', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (10, 1, 'list', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (10, 2, 'code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (10, 3, 'name', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (10, 4, 'chinese', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (11, 1, 'code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (11, 2, 'parent_code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (11, 3, 'level', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (11, 4, 'name_zh', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (11, 5, 'name_en', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (11, 6, 'area', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (11, 7, 'supported', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (11, 8, 'national_key', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (11, 9, 'tier', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (11, 10, 'valid_from', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (11, 11, 'valid_until', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (12, 1, 'region_code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (12, 2, 'since', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (12, 3, 'poverty_line_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (12, 4, 'dibao_line_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (13, 1, 'year', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (13, 2, 'income_goal_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (13, 3, 'report_due_day', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (14, 1, 'programme', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (14, 2, 'year', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (14, 3, 'region_code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (14, 4, 'persons', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (14, 5, 'month_01', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (14, 6, 'month_02', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (14, 7, 'month_03', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (14, 8, 'month_04', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (14, 9, 'month_05', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (14, 10, 'month_06', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (14, 11, 'month_07', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (14, 12, 'month_08', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (14, 13, 'month_09', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (14, 14, 'month_10', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (14, 15, 'month_11', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (14, 16, 'month_12', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (21, 1, 'household_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (21, 2, 'village_code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (21, 3, 'since', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (22, 1, 'household_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (22, 2, 'class', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (22, 3, 'ground', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (22, 4, 'since', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (23, 1, 'household_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (23, 2, 'cause', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (23, 3, 'income_per_capita_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (23, 4, 'household_size', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (24, 1, 'household_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (24, 2, 'year', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (24, 3, 'enrolled_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (25, 1, 'household_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (25, 2, 'member_no', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (25, 3, 'joined_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (25, 4, 'left_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (25, 5, 'resident_key', 'INTEGER', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (25, 6, 'relation', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (25, 7, 'sex', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (25, 8, 'name', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (25, 9, 'resident_written', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (25, 10, 'id_verified', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (25, 11, 'birth_date', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (25, 12, 'ethnicity', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (25, 13, 'education', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (25, 14, 'health', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (25, 15, 'labour', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (25, 16, 'phone', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (25, 17, 'account_no', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (25, 18, 'remark', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (26, 1, 'household_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (26, 2, 'member_no', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (26, 3, 'since', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (27, 1, 'household_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (27, 2, 'ended_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (27, 3, 'ground', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (27, 4, 'into_household_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (28, 1, 'household_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (28, 2, 'event', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (28, 3, 'happened_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (28, 4, 'village_code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (28, 5, 'class', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (28, 6, 'ground', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (28, 7, 'member_no', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (28, 8, 'other_household_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (29, 1, 'household_no', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (29, 2, 'holder_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (29, 3, 'resident_key', 'INTEGER', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (29, 4, 'name', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (29, 5, 'joined_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (29, 6, 'left_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (29, 7, 'source_line', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (30, 1, 'resident_key', 'INTEGER', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (30, 2, 'resident_written', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (30, 3, 'name', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (30, 4, 'region_code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (30, 5, 'since', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (30, 6, 'until', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (30, 7, 'amount_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (41, 1, 'household_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (41, 2, 'starts_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (41, 3, 'ended_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (41, 4, 'goal_income_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (41, 5, 'measures', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (41, 6, 'exit_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (42, 1, 'staff_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (42, 2, 'name', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (42, 3, 'employer', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (42, 4, 'position', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (42, 5, 'phone', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (42, 6, 'county_code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (42, 7, 'left_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (43, 1, 'household_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (43, 2, 'role', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (43, 3, 'staff_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (43, 4, 'since', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (43, 5, 'until', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (44, 1, 'project_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (44, 2, 'name', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (44, 3, 'kind', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (44, 4, 'county_code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (44, 5, 'village_code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (44, 6, 'fund', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (44, 7, 'budget_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (44, 8, 'quantity_milli', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (44, 9, 'unit', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (44, 10, 'instalments', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (45, 1, 'project_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (45, 2, 'step', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (45, 3, 'round', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (45, 4, 'stepped_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (45, 5, 'meeting', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (45, 6, 'verdict', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (45, 7, 'grade', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (45, 8, 'reason', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (46, 1, 'project_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (46, 2, 'household_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (46, 3, 'since', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (46, 4, 'until', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (46, 5, 'quantity_milli', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (46, 6, 'unit', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (51, 1, 'batch_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (51, 2, 'document_no', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (51, 3, 'issued_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (51, 4, 'fund', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (51, 5, 'amount_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (51, 6, 'account_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (51, 7, 'announced_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (52, 1, 'is_payment', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (52, 2, 'number', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (52, 3, 'upper_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (52, 4, 'lower_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (52, 5, 'amount_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (52, 6, 'moved_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (52, 7, 'reverses', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (53, 1, 'pay_list_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (53, 2, 'drawn_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (54, 1, 'pay_list_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (54, 2, 'account_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (54, 3, 'amount_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (54, 4, 'after_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (54, 5, 'name', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (54, 6, 'account_no', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (55, 1, 'pay_list_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (55, 2, 'account_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (55, 3, 'amount_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (55, 4, 'is_paid', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (55, 5, 'voucher_no', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (55, 6, 'paid_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (55, 7, 'reason', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (55, 8, 'account_no', 'TEXT', 1);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (61, 1, 'household_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (61, 2, 'project_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (61, 3, 'logged_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (61, 4, 'staff_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (61, 5, 'kind', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (61, 6, 'quantity_milli', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (61, 7, 'unit', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (61, 8, 'percent_hundredths', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (61, 9, 'note', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (62, 1, 'household_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (62, 2, 'year', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (62, 3, 'wage_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (62, 4, 'business_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (62, 5, 'transfer_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (62, 6, 'property_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (62, 7, 'cost_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (62, 8, 'total_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (71, 1, 'programme', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (71, 2, 'year', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (71, 3, 'name_en', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (71, 4, 'name_zh', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (71, 5, 'scope', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (71, 6, 'region_code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (71, 7, 'unit', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (71, 8, 'planned', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (71, 9, 'actual', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (71, 10, 'qualifier', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (71, 11, 'note', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (72, 1, 'project_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (72, 2, 'village_code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (72, 3, 'posted_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (72, 4, 'taken_down_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (72, 5, 'objection', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (72, 6, 'objected_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (72, 7, 'answer', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (72, 8, 'answered_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (73, 1, 'inspection_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (73, 2, 'drawn_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (73, 3, 'seed', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (73, 4, 'known_entry', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (73, 5, 'region_code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (73, 6, 'share_hundredths', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (73, 7, 'number', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (74, 1, 'inspection_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (74, 2, 'household_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (74, 3, 'ordinal', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (75, 1, 'inspection_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (75, 2, 'household_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (75, 3, 'found_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (75, 4, 'finding', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (75, 5, 'due_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (75, 6, 'settled_on', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (75, 7, 'settlement', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (81, 1, 'year', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (81, 2, 'month', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (81, 3, 'known_entry', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (81, 4, 'rendering', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (81, 5, 'figures_hash', 'BLOB', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 1, 'year', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 2, 'month', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 3, 'of_month', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 4, 'grouping', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 5, 'code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 6, 'class', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 7, 'households_enrolled', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 8, 'persons_enrolled', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 9, 'plan', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 10, 'project', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 11, 'fund', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 12, 'support', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 13, 'implementation', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 14, 'contact', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 15, 'households_fulfilled', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 16, 'persons_supported', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 17, 'persons_supported_in_month', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 18, 'households_lapsed', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 19, 'households_paid', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 20, 'households_accepted', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 21, 'households_income_goal', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 22, 'allocated_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (82, 23, 'paid_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (83, 1, 'year', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (83, 2, 'month', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (83, 3, 'code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (83, 4, 'parent_code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (83, 5, 'level', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (83, 6, 'name_zh', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (83, 7, 'name_en', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (83, 8, 'area', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (83, 9, 'supported', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (83, 10, 'national_key', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (83, 11, 'tier', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (84, 1, 'year', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (84, 2, 'month', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (84, 3, 'region_code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (84, 4, 'persons', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (84, 5, 'month_01', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (84, 6, 'month_02', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (84, 7, 'month_03', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (84, 8, 'month_04', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (84, 9, 'month_05', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (84, 10, 'month_06', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (84, 11, 'month_07', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (84, 12, 'month_08', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (84, 13, 'month_09', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (84, 14, 'month_10', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (84, 15, 'month_11', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (84, 16, 'month_12', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (85, 1, 'year', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (85, 2, 'month', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (85, 3, 'rung', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (85, 4, 'fund', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (85, 5, 'source', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (85, 6, 'county_code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (85, 7, 'in_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (85, 8, 'out_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (85, 9, 'held_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (85, 10, 'held_over_90_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (85, 11, 'held_over_365_fen', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (86, 1, 'year', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (86, 2, 'month', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (86, 3, 'kind', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (86, 4, 'county_code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (86, 5, 'cases', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (87, 1, 'year', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (87, 2, 'month', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (87, 3, 'county_code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (87, 4, 'sheet', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (87, 5, 'entries', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (87, 6, 'is_late', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (87, 7, 'rejected_rows', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (91, 1, 'fact_table', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (91, 2, 'fact_id', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (91, 3, 'identity_hash', 'BLOB', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (91, 4, 'ground', 'TEXT', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (92, 1, 'county_code', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (92, 2, 'source_rows', 'INTEGER', 0);
INSERT INTO fact_column (fact_table, number, name, kind, is_identity) VALUES (92, 3, 'rejected_rows', 'INTEGER', 0);
CREATE TABLE entry_column (
  number INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 250), -- for ever
  name TEXT NOT NULL UNIQUE,
  is_free_text INTEGER NOT NULL         -- 1: enters as a hash of its own
    CHECK (is_free_text IN (0, 1))
) STRICT;
INSERT INTO entry_column (number, name, is_free_text) VALUES (1, 'made_at', 0);
INSERT INTO entry_column (number, name, is_free_text) VALUES (2, 'clock_at', 0);
INSERT INTO entry_column (number, name, is_free_text) VALUES (3, 'officer', 0);
INSERT INTO entry_column (number, name, is_free_text) VALUES (4, 'office_code', 0);
INSERT INTO entry_column (number, name, is_free_text) VALUES (5, 'command', 0);
INSERT INTO entry_column (number, name, is_free_text) VALUES (6, 'reason', 1);
INSERT INTO entry_column (number, name, is_free_text) VALUES (7, 'source_name', 1);
INSERT INTO entry_column (number, name, is_free_text) VALUES (8, 'source_sha256', 0);
INSERT INTO entry_column (number, name, is_free_text) VALUES (9, 'source_rows', 0);
INSERT INTO entry_column (number, name, is_free_text) VALUES (10, 'rejected_rows', 0);
INSERT INTO entry_column (number, name, is_free_text) VALUES (11, 'report_month', 0);
INSERT INTO entry_column (number, name, is_free_text) VALUES (12, 'undoes', 0);
CREATE TABLE never (id INTEGER PRIMARY KEY CHECK (id IS NULL)) STRICT;
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
INSERT INTO entry (id, made_at, clock_at, officer, office_code, command, reason, source_name, source_sha256, source_rows, rejected_rows, report_month, undoes, previous_hash, is_judged, hash) VALUES (1, '2011-01-01T00:00:00.000Z', NULL, 'tester', 430000, 'init', NULL, NULL, NULL, NULL, NULL, NULL, NULL, X'0000000000000000000000000000000000000000000000000000000000000000', 1, X'FCB00EF0F047E62E381CEEE81855BC13303150C041073808847E0A74B53FA552');
INSERT INTO entry (id, made_at, clock_at, officer, office_code, command, reason, source_name, source_sha256, source_rows, rejected_rows, report_month, undoes, previous_hash, is_judged, hash) VALUES (2, '2011-06-30T08:00:00.000Z', NULL, 'tester', 430000, 'staff', NULL, NULL, NULL, NULL, NULL, NULL, NULL, X'FCB00EF0F047E62E381CEEE81855BC13303150C041073808847E0A74B53FA552', 1, X'AECB685A2C8B42DF6BA6F0D19A644D6D0CA6D546C294E652532F93EC1219D902');
INSERT INTO entry (id, made_at, clock_at, officer, office_code, command, reason, source_name, source_sha256, source_rows, rejected_rows, report_month, undoes, previous_hash, is_judged, hash) VALUES (3, '2011-06-30T08:00:00.000Z', NULL, 'tester', 430000, 'roster', NULL, NULL, NULL, NULL, NULL, NULL, NULL, X'AECB685A2C8B42DF6BA6F0D19A644D6D0CA6D546C294E652532F93EC1219D902', 1, X'C71A3059C244B47A7246AC3631F936766C89CC5A7969F1C34BB15B2FC8921F1B');
INSERT INTO entry (id, made_at, clock_at, officer, office_code, command, reason, source_name, source_sha256, source_rows, rejected_rows, report_month, undoes, previous_hash, is_judged, hash) VALUES (4, '2011-06-30T08:00:00.000Z', NULL, 'tester', 430000, 'points', NULL, NULL, NULL, NULL, NULL, NULL, NULL, X'C71A3059C244B47A7246AC3631F936766C89CC5A7969F1C34BB15B2FC8921F1B', 1, X'10BBC7C2B9B86C9FC4C458F7BBCAF665D313AB830A24EC6511304B70831F804F');
INSERT INTO entry (id, made_at, clock_at, officer, office_code, command, reason, source_name, source_sha256, source_rows, rejected_rows, report_month, undoes, previous_hash, is_judged, hash) VALUES (5, '2011-06-30T08:00:00.000Z', NULL, 'tester', 430000, 'money', NULL, NULL, NULL, NULL, NULL, NULL, NULL, X'10BBC7C2B9B86C9FC4C458F7BBCAF665D313AB830A24EC6511304B70831F804F', 1, X'806E7D32860FE0198489A7181AFEA62A1F1DBC4A31D65216AC6E8611D474AA64');
INSERT INTO entry (id, made_at, clock_at, officer, office_code, command, reason, source_name, source_sha256, source_rows, rejected_rows, report_month, undoes, previous_hash, is_judged, hash) VALUES (6, '2011-06-30T08:00:00.000Z', NULL, 'tester', 430000, 'targets', NULL, NULL, NULL, NULL, NULL, NULL, NULL, X'806E7D32860FE0198489A7181AFEA62A1F1DBC4A31D65216AC6E8611D474AA64', 1, X'3BFAD9AC58B30DCE9BB2B42ED81943A53B22357AF2D6CA0CE4BAF109B49744D2');
INSERT INTO entry (id, made_at, clock_at, officer, office_code, command, reason, source_name, source_sha256, source_rows, rejected_rows, report_month, undoes, previous_hash, is_judged, hash) VALUES (7, '2011-06-30T08:00:00.000Z', NULL, 'tester', 430000, 'income', NULL, NULL, NULL, NULL, NULL, NULL, NULL, X'3BFAD9AC58B30DCE9BB2B42ED81943A53B22357AF2D6CA0CE4BAF109B49744D2', 1, X'4A376FE66B2E541EB652EA6CE15E9EB600CB72F7EA36C5ECDC227C4B25ECBB0F');
INSERT INTO entry (id, made_at, clock_at, officer, office_code, command, reason, source_name, source_sha256, source_rows, rejected_rows, report_month, undoes, previous_hash, is_judged, hash) VALUES (8, '2011-06-30T08:00:00.000Z', NULL, 'tester', 430000, 'undo 7', 'test', NULL, NULL, NULL, NULL, NULL, 7, X'4A376FE66B2E541EB652EA6CE15E9EB600CB72F7EA36C5ECDC227C4B25ECBB0F', 1, X'C2CBC96ED2819087477AFE14C24BE00F9C8FB341C90C58E9EAF8557F888B7DE2');
INSERT INTO entry (id, made_at, clock_at, officer, office_code, command, reason, source_name, source_sha256, source_rows, rejected_rows, report_month, undoes, previous_hash, is_judged, hash) VALUES (9, '2011-06-30T08:00:00.000Z', NULL, 'tester', 430000, 'redact', NULL, NULL, NULL, NULL, NULL, NULL, NULL, X'C2CBC96ED2819087477AFE14C24BE00F9C8FB341C90C58E9EAF8557F888B7DE2', 1, X'0BD93D85635E669D9DA83E1215EC0ECED1172A1E52AAB6439679E206F60287A8');
CREATE TABLE entry_part (
  entry INTEGER NOT NULL REFERENCES entry (id),
  fact_table INTEGER NOT NULL REFERENCES fact_table (id),
  first_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL CHECK (last_id >= first_id),
  PRIMARY KEY (entry, fact_table)
) STRICT, WITHOUT ROWID;
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (1, 1, 1, 10);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (3, 2, 1, 4);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (2, 3, 1, 2);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (4, 4, 1, 1);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (5, 5, 1, 1);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (5, 6, 1, 5);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (1, 9, 1, 1);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (1, 10, 1, 70);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (1, 11, 1, 10);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (1, 12, 1, 1);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (1, 13, 1, 1);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (1, 14, 1, 1);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (6, 14, 2, 3);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (3, 21, 1, 4);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (3, 22, 1, 3);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (3, 24, 1, 4);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (3, 25, 1, 7);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (3, 26, 1, 4);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (3, 27, 1, 1);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (4, 41, 1, 3);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (2, 42, 1, 2);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (4, 43, 1, 5);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (4, 44, 1, 1);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (4, 45, 1, 3);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (4, 46, 1, 2);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (5, 51, 1, 1);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (5, 52, 1, 4);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (7, 62, 1, 1);
INSERT INTO entry_part (entry, fact_table, first_id, last_id) VALUES (9, 91, 1, 1);
CREATE TABLE redaction (
  id INTEGER PRIMARY KEY,
  fact_table INTEGER NOT NULL REFERENCES fact_table (id),
  fact_id INTEGER NOT NULL,
  identity_hash BLOB NOT NULL CHECK (length(identity_hash) = 32), -- SHA-256 over salt and identity columns
  ground TEXT NOT NULL CHECK (ground <> ''),    -- the law or decision
  entered INTEGER NOT NULL REFERENCES entry (id),
  UNIQUE (fact_table, fact_id)
) STRICT;
INSERT INTO redaction (id, fact_table, fact_id, identity_hash, ground, entered) VALUES (1, 25, 5, X'CB053C542023357E163C39594C1B14D2274F91D0774A605220353D3169852579', 'order 12', 9);
CREATE TABLE entry_county (
  id INTEGER PRIMARY KEY,
  county_code INTEGER NOT NULL REFERENCES place (code),
  source_rows INTEGER NOT NULL CHECK (source_rows >= 0),     -- records of the file that are the county's
  rejected_rows INTEGER NOT NULL CHECK (rejected_rows >= 0), -- of these, left out under --accept-valid
  entered INTEGER NOT NULL REFERENCES entry (id),
  UNIQUE (entered, county_code)
) STRICT;
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
INSERT INTO register (id, office_code, year, made_at, register_number, entered) VALUES (1, 430000, 2011, '2011-01-01T00:00:00.000Z', X'849E6108F1D06643E0AFE191E0A288B9', 1);
CREATE TABLE code_label (
  id INTEGER PRIMARY KEY,
  list TEXT NOT NULL,                   -- class, role, source, relation …
  code INTEGER NOT NULL,                -- as stored in the facts
  name TEXT NOT NULL,                   -- English key, as in the sheets
  chinese TEXT NOT NULL,                -- Chinese label, as in the sheets
  entered INTEGER NOT NULL REFERENCES entry (id),
  UNIQUE (list, code)
) STRICT;
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (1, 'level', 1, 'province', '省', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (2, 'level', 2, 'prefecture', '市州', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (3, 'level', 3, 'county', '县', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (4, 'level', 4, 'township', '乡镇', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (5, 'level', 5, 'village', '村', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (6, 'area', 1, 'wuling', '武陵山片区', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (7, 'area', 2, 'luoxiao', '罗霄山片区', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (8, 'tier', 1, 'national', '国家级', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (9, 'tier', 2, 'provincial', '省级', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (10, 'tier', 3, 'municipal', '市级', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (11, 'class', 1, 'poor', '扶贫户', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (12, 'class', 2, 'dibao', '低保户', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (13, 'class', 3, 'poor_dibao', '扶贫低保户', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (14, 'class', 4, 'wubao', '五保户', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (15, 'sex', 1, 'male', '男', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (16, 'sex', 2, 'female', '女', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (17, 'event', 1, 'move', '迁移', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (18, 'event', 2, 'reclass', '属性变更', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (19, 'event', 3, 'head', '户主变更', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (20, 'event', 4, 'split', '分户', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (21, 'event', 5, 'merge', '并户', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (22, 'event', 6, 'end', '销户', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (23, 'point', 1, 'plan', '减贫规划到户', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (24, 'point', 2, 'project', '项目规划到户', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (25, 'point', 3, 'fund', '资金安排到户', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (26, 'point', 4, 'support', '扶持责任到人', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (27, 'point', 5, 'implementation', '项目实施责任到人', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (28, 'point', 6, 'contact', '联系责任到人', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (29, 'role', 1, 'support', '扶持责任', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (30, 'role', 2, 'implementation', '项目实施责任', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (31, 'role', 3, 'contact', '联系责任', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (32, 'source', 1, 'central', '中央', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (33, 'source', 2, 'provincial', '省级', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (34, 'source', 3, 'prefecture', '市州级', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (35, 'source', 4, 'county', '县级', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (36, 'source', 5, 'lottery', '彩票公益金', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (37, 'source', 6, 'society', '社会资金', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (38, 'source', 7, 'loan', '信贷资金', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (39, 'source', 8, 'self', '自筹资金', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (40, 'source', 9, 'foreign', '外资', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (41, 'project_kind', 1, 'planting', '种植', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (42, 'project_kind', 2, 'breeding', '养殖', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (43, 'project_kind', 3, 'processing', '加工', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (44, 'project_kind', 4, 'training', '培训', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (45, 'project_kind', 5, 'road', '道路', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (46, 'project_kind', 6, 'water', '饮水', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (47, 'project_kind', 7, 'housing', '住房', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (48, 'project_kind', 8, 'relocation', '搬迁', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (49, 'project_kind', 9, 'other', '其他', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (50, 'project_step', 1, 'proposed', '申报', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (51, 'project_step', 2, 'reviewed', '评审', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (52, 'project_step', 3, 'approved', '批准', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (53, 'project_step', 4, 'started', '开工', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (54, 'project_step', 5, 'accepted', '验收', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (55, 'project_step', 6, 'closed', '办结', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (56, 'project_step', 7, 'rejected', '否决', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (57, 'project_step', 8, 'cancelled', '取消', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (58, 'grade', 1, 'qualified', '合格', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (59, 'grade', 2, 'high_quality', '优良', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (60, 'grade', 3, 'unqualified', '不合格', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (61, 'progress_kind', 1, 'visit', '走访', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (62, 'progress_kind', 2, 'delivery', '发放', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (63, 'progress_kind', 3, 'training', '培训', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (64, 'progress_kind', 4, 'construction', '施工', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (65, 'progress_kind', 5, 'sale', '销售', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (66, 'progress_kind', 6, 'finding', '问题', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (67, 'progress_kind', 7, 'other', '其他', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (68, 'qualifier', 1, 'exact', '准确', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (69, 'qualifier', 2, 'at_least', '以上', 1);
INSERT INTO code_label (id, list, code, name, chinese, entered) VALUES (70, 'qualifier', 3, 'nearly', '近', 1);
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  code INTEGER NOT NULL UNIQUE,
  entered INTEGER NOT NULL REFERENCES entry (id)
) STRICT;
INSERT INTO place (id, code, entered) VALUES (1, 430000, 1);
INSERT INTO place (id, code, entered) VALUES (2, 430500, 1);
INSERT INTO place (id, code, entered) VALUES (3, 430524, 1);
INSERT INTO place (id, code, entered) VALUES (4, 430524001, 1);
INSERT INTO place (id, code, entered) VALUES (5, 430524001001, 1);
INSERT INTO place (id, code, entered) VALUES (6, 433100, 1);
INSERT INTO place (id, code, entered) VALUES (7, 433123, 1);
INSERT INTO place (id, code, entered) VALUES (8, 433123104, 1);
INSERT INTO place (id, code, entered) VALUES (9, 433123104201, 1);
INSERT INTO place (id, code, entered) VALUES (10, 433123104206, 1);
CREATE TABLE household (
  id INTEGER PRIMARY KEY,
  household_no TEXT NOT NULL UNIQUE CHECK (length(household_no) BETWEEN 1 AND 32),
  entered INTEGER NOT NULL REFERENCES entry (id)
) STRICT;
INSERT INTO household (id, household_no, entered) VALUES (1, 'A1', 3);
INSERT INTO household (id, household_no, entered) VALUES (2, 'A2', 3);
INSERT INTO household (id, household_no, entered) VALUES (3, 'A3', 3);
INSERT INTO household (id, household_no, entered) VALUES (4, 'B1', 3);
CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  staff_no TEXT NOT NULL UNIQUE CHECK (staff_no <> ''),
  entered INTEGER NOT NULL REFERENCES entry (id)
) STRICT;
INSERT INTO staff (id, staff_no, entered) VALUES (1, 'S1', 2);
INSERT INTO staff (id, staff_no, entered) VALUES (2, 'S2', 2);
CREATE TABLE project (
  id INTEGER PRIMARY KEY,
  project_no TEXT NOT NULL UNIQUE CHECK (project_no <> ''),
  entered INTEGER NOT NULL REFERENCES entry (id)
) STRICT;
INSERT INTO project (id, project_no, entered) VALUES (1, 'P1', 4);
CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  batch_no TEXT NOT NULL CHECK (batch_no <> ''),
  source INTEGER NOT NULL CHECK (source BETWEEN 1 AND 9), -- code list `source`; 1–5 are fiscal
  entered INTEGER NOT NULL REFERENCES entry (id),
  UNIQUE (batch_no, source)
) STRICT;
INSERT INTO batch (id, batch_no, source, entered) VALUES (1, 'X1', 1, 5);
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
INSERT INTO account (id, batch_id, rung, county_code, project_id, household_id, payee, entered) VALUES (1, 1, 0, NULL, NULL, NULL, NULL, 5);
INSERT INTO account (id, batch_id, rung, county_code, project_id, household_id, payee, entered) VALUES (2, 1, 1, 433123, NULL, NULL, NULL, 5);
INSERT INTO account (id, batch_id, rung, county_code, project_id, household_id, payee, entered) VALUES (3, 1, 2, NULL, 1, NULL, NULL, 5);
INSERT INTO account (id, batch_id, rung, county_code, project_id, household_id, payee, entered) VALUES (4, 1, 3, NULL, 1, 1, NULL, 5);
INSERT INTO account (id, batch_id, rung, county_code, project_id, household_id, payee, entered) VALUES (5, 1, 3, NULL, 1, 2, NULL, 5);
CREATE TABLE pay_list (
  id INTEGER PRIMARY KEY,
  paylist_no TEXT NOT NULL UNIQUE CHECK (paylist_no <> ''),
  entered INTEGER NOT NULL REFERENCES entry (id)
) STRICT;
CREATE TABLE inspection (
  id INTEGER PRIMARY KEY,
  inspection_no TEXT NOT NULL UNIQUE CHECK (inspection_no <> ''),
  entered INTEGER NOT NULL REFERENCES entry (id)
) STRICT;
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
INSERT INTO region (id, code, parent_code, level, name_zh, name_en, area, supported, national_key, tier, valid_from, valid_until, entered, withdrawn) VALUES (1, 430000, NULL, 1, '湖南省', 'Hunan Province', NULL, NULL, NULL, NULL, -719162, 2932896, 1, NULL);
INSERT INTO region (id, code, parent_code, level, name_zh, name_en, area, supported, national_key, tier, valid_from, valid_until, entered, withdrawn) VALUES (2, 430500, 430000, 2, '邵阳市', 'Shaoyang City', NULL, NULL, NULL, NULL, -719162, 2932896, 1, NULL);
INSERT INTO region (id, code, parent_code, level, name_zh, name_en, area, supported, national_key, tier, valid_from, valid_until, entered, withdrawn) VALUES (3, 430524, 430500, 3, '隆回县', 'Longhui County', 1, 1, 1, NULL, -719162, 2932896, 1, NULL);
INSERT INTO region (id, code, parent_code, level, name_zh, name_en, area, supported, national_key, tier, valid_from, valid_until, entered, withdrawn) VALUES (4, 430524001, 430524, 4, '桃花坪街道', 'Taohuaping Subdistrict', NULL, NULL, NULL, NULL, -719162, 2932896, 1, NULL);
INSERT INTO region (id, code, parent_code, level, name_zh, name_en, area, supported, national_key, tier, valid_from, valid_until, entered, withdrawn) VALUES (5, 430524001001, 430524001, 5, '荷叶塘社区', 'Heyetang Community', NULL, NULL, NULL, NULL, -719162, 2932896, 1, NULL);
INSERT INTO region (id, code, parent_code, level, name_zh, name_en, area, supported, national_key, tier, valid_from, valid_until, entered, withdrawn) VALUES (6, 433100, 430000, 2, '湘西土家族苗族自治州', 'Xiangxi Tujia and Miao Autonomous Prefecture', NULL, NULL, NULL, NULL, -719162, 2932896, 1, NULL);
INSERT INTO region (id, code, parent_code, level, name_zh, name_en, area, supported, national_key, tier, valid_from, valid_until, entered, withdrawn) VALUES (7, 433123, 433100, 3, '凤凰县', 'Fenghuang County', 1, 1, 1, NULL, -719162, 2932896, 1, NULL);
INSERT INTO region (id, code, parent_code, level, name_zh, name_en, area, supported, national_key, tier, valid_from, valid_until, entered, withdrawn) VALUES (8, 433123104, 433123, 4, '茶田镇', 'Chatian Town', NULL, NULL, NULL, NULL, -719162, 2932896, 1, NULL);
INSERT INTO region (id, code, parent_code, level, name_zh, name_en, area, supported, national_key, tier, valid_from, valid_until, entered, withdrawn) VALUES (9, 433123104201, 433123104, 5, '瓦坪村', 'Waping Village', NULL, NULL, NULL, NULL, -719162, 2932896, 1, NULL);
INSERT INTO region (id, code, parent_code, level, name_zh, name_en, area, supported, national_key, tier, valid_from, valid_until, entered, withdrawn) VALUES (10, 433123104206, 433123104, 5, '塘坳村', 'Tang''ao Village', NULL, NULL, NULL, NULL, -719162, 2932896, 1, NULL);
CREATE TABLE poverty_line (
  id INTEGER PRIMARY KEY,
  region_code INTEGER NOT NULL REFERENCES place (code),
  since INTEGER NOT NULL,
  poverty_line_fen INTEGER NOT NULL CHECK (poverty_line_fen > 0), -- a person and year
  dibao_line_fen INTEGER CHECK (dibao_line_fen > 0),              -- a person and year; NULL not set
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
INSERT INTO poverty_line (id, region_code, since, poverty_line_fen, dibao_line_fen, entered, withdrawn) VALUES (1, 430000, 14975, 230000, NULL, 1, NULL);
CREATE TABLE programme_year (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 2199),
  income_goal_fen INTEGER NOT NULL,     -- growth a household's income must reach; 150000 in 2011
  report_due_day INTEGER                -- day of the next month by which a county's sheets are due; NULL none
    CHECK (report_due_day BETWEEN 1 AND 31), -- set. `year open` and the sheet `years` will write it
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
INSERT INTO programme_year (id, year, income_goal_fen, report_due_day, entered, withdrawn) VALUES (1, 2011, 150000, NULL, 1, NULL);
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
INSERT INTO target (id, programme, year, region_code, persons, month_01, month_02, month_03, month_04, month_05, month_06, month_07, month_08, month_09, month_10, month_11, month_12, entered, withdrawn) VALUES (1, 'convergence', 2011, 430000, 600000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL);
INSERT INTO target (id, programme, year, region_code, persons, month_01, month_02, month_03, month_04, month_05, month_06, month_07, month_08, month_09, month_10, month_11, month_12, entered, withdrawn) VALUES (2, 'convergence', 2011, 433123, 103, NULL, 5, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 6, NULL);
INSERT INTO target (id, programme, year, region_code, persons, month_01, month_02, month_03, month_04, month_05, month_06, month_07, month_08, month_09, month_10, month_11, month_12, entered, withdrawn) VALUES (3, 'convergence', 2011, 430524, 101, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 6, NULL);
CREATE TABLE residence (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household (id),
  village_code INTEGER NOT NULL REFERENCES place (code),
  since INTEGER NOT NULL,               -- -719162 from the roster, a day from a move
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
INSERT INTO residence (id, household_id, village_code, since, entered, withdrawn) VALUES (1, 1, 433123104201, -719162, 3, NULL);
INSERT INTO residence (id, household_id, village_code, since, entered, withdrawn) VALUES (2, 2, 433123104206, -719162, 3, NULL);
INSERT INTO residence (id, household_id, village_code, since, entered, withdrawn) VALUES (3, 3, 433123104206, -719162, 3, NULL);
INSERT INTO residence (id, household_id, village_code, since, entered, withdrawn) VALUES (4, 4, 430524001001, -719162, 3, NULL);
CREATE TABLE household_class (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household (id),
  class INTEGER NOT NULL CHECK (class BETWEEN 1 AND 4), -- code list `class`
  ground TEXT,                          -- the officer's ground for it
  since INTEGER NOT NULL,               -- -719162 from the roster, a day from a reclassification
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
INSERT INTO household_class (id, household_id, class, ground, since, entered, withdrawn) VALUES (1, 1, 1, NULL, -719162, 3, NULL);
INSERT INTO household_class (id, household_id, class, ground, since, entered, withdrawn) VALUES (2, 2, 2, NULL, -719162, 3, NULL);
INSERT INTO household_class (id, household_id, class, ground, since, entered, withdrawn) VALUES (3, 4, 4, NULL, -719162, 3, NULL);
CREATE TABLE circumstance (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household (id),
  cause TEXT,                           -- main cause of poverty, label of the list or as written
  income_per_capita_fen INTEGER,        -- a person, the year before enrolment; never an income baseline
  household_size INTEGER CHECK (household_size >= 0), -- as the county wrote it, beside the members kept
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
CREATE TABLE enrolment (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household (id),
  year INTEGER NOT NULL,                -- the year of enrolled_on
  enrolled_on INTEGER NOT NULL          -- rule_enrolment_year says exactly; this keeps nonsense out
    CHECK (abs(enrolled_on - (year - 1970) * 36525 / 100) <= 400),
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
INSERT INTO enrolment (id, household_id, year, enrolled_on, entered, withdrawn) VALUES (1, 1, 2011, 14984, 3, NULL);
INSERT INTO enrolment (id, household_id, year, enrolled_on, entered, withdrawn) VALUES (2, 2, 2011, 15006, 3, NULL);
INSERT INTO enrolment (id, household_id, year, enrolled_on, entered, withdrawn) VALUES (3, 3, 2011, 15140, 3, NULL);
INSERT INTO enrolment (id, household_id, year, enrolled_on, entered, withdrawn) VALUES (4, 4, 2011, 15065, 3, NULL);
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
INSERT INTO member (id, household_id, member_no, joined_on, left_on, resident_key, relation, sex, name, resident_written, id_verified, birth_date, ethnicity, education, health, labour, phone, account_no, remark, salt, entered, withdrawn) VALUES (1, 1, 1, -719162, 2932896, 476435517801111126, 1, NULL, 'A1成员1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '13800001234', NULL, NULL, 2124722329640492874, 3, NULL);
INSERT INTO member (id, household_id, member_no, joined_on, left_on, resident_key, relation, sex, name, resident_written, id_verified, birth_date, ethnicity, education, health, labour, phone, account_no, remark, salt, entered, withdrawn) VALUES (2, 1, 2, -719162, 2932896, 476435517801111137, 10, NULL, 'A1成员2', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '13800001234', NULL, NULL, 9157422688417117463, 3, NULL);
INSERT INTO member (id, household_id, member_no, joined_on, left_on, resident_key, relation, sex, name, resident_written, id_verified, birth_date, ethnicity, education, health, labour, phone, account_no, remark, salt, entered, withdrawn) VALUES (3, 1, 3, -719162, 2932896, 476435517801111148, 10, NULL, 'A1成员3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '13800001234', NULL, NULL, -8890161301397653057, 3, NULL);
INSERT INTO member (id, household_id, member_no, joined_on, left_on, resident_key, relation, sex, name, resident_written, id_verified, birth_date, ethnicity, education, health, labour, phone, account_no, remark, salt, entered, withdrawn) VALUES (4, 2, 1, -719162, 2932896, 476435517801111236, 1, NULL, 'A2成员1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '13800001234', NULL, NULL, 6359613666052828600, 3, NULL);
INSERT INTO member (id, household_id, member_no, joined_on, left_on, resident_key, relation, sex, name, resident_written, id_verified, birth_date, ethnicity, education, health, labour, phone, account_no, remark, salt, entered, withdrawn) VALUES (5, 2, 2, -719162, 2932896, NULL, 10, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 3, NULL);
INSERT INTO member (id, household_id, member_no, joined_on, left_on, resident_key, relation, sex, name, resident_written, id_verified, birth_date, ethnicity, education, health, labour, phone, account_no, remark, salt, entered, withdrawn) VALUES (6, 3, 1, -719162, 2932896, 476435517801111346, 1, NULL, 'A3成员1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '13800001234', NULL, NULL, -598565539948664519, 3, NULL);
INSERT INTO member (id, household_id, member_no, joined_on, left_on, resident_key, relation, sex, name, resident_written, id_verified, birth_date, ethnicity, education, health, labour, phone, account_no, remark, salt, entered, withdrawn) VALUES (7, 4, 1, -719162, 2932896, 476435517801111456, 1, NULL, 'B1成员1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '13800001234', NULL, NULL, -517315887326522044, 3, NULL);
CREATE TABLE headship (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household (id),
  member_no INTEGER NOT NULL,           -- the person within the household
  since INTEGER NOT NULL,               -- -719162 from the roster, a day from a change of head
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
INSERT INTO headship (id, household_id, member_no, since, entered, withdrawn) VALUES (1, 1, 1, -719162, 3, NULL);
INSERT INTO headship (id, household_id, member_no, since, entered, withdrawn) VALUES (2, 2, 1, -719162, 3, NULL);
INSERT INTO headship (id, household_id, member_no, since, entered, withdrawn) VALUES (3, 3, 1, -719162, 3, NULL);
INSERT INTO headship (id, household_id, member_no, since, entered, withdrawn) VALUES (4, 4, 1, -719162, 3, NULL);
CREATE TABLE household_end (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household (id),
  ended_on INTEGER NOT NULL,
  ground TEXT,                          -- died out, moved away and where to …
  into_household_id INTEGER REFERENCES household (id), -- the one it merged into
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
INSERT INTO household_end (id, household_id, ended_on, ground, into_household_id, entered, withdrawn) VALUES (1, 3, 15218, NULL, NULL, 3, NULL);
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
INSERT INTO plan (id, household_id, starts_on, ended_on, goal_income_fen, measures, exit_on, entered, withdrawn) VALUES (1, 1, 14944, 2932896, NULL, 'citrus', NULL, 4, NULL);
INSERT INTO plan (id, household_id, starts_on, ended_on, goal_income_fen, measures, exit_on, entered, withdrawn) VALUES (2, 2, 14944, 2932896, NULL, 'citrus', NULL, 4, NULL);
INSERT INTO plan (id, household_id, starts_on, ended_on, goal_income_fen, measures, exit_on, entered, withdrawn) VALUES (3, 4, 14944, 2932896, NULL, 'citrus', NULL, 4, NULL);
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
INSERT INTO staff_record (id, staff_id, name, employer, position, phone, county_code, left_on, salt, entered, withdrawn) VALUES (1, 1, '麻平忠', NULL, NULL, NULL, 433123, NULL, 1944096928055036172, 2, NULL);
INSERT INTO staff_record (id, staff_id, name, employer, position, phone, county_code, left_on, salt, entered, withdrawn) VALUES (2, 2, '施德', NULL, NULL, NULL, 433123, NULL, -4251257963793353401, 2, NULL);
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
INSERT INTO assignment (id, household_id, role, staff_id, since, until, entered, withdrawn) VALUES (1, 1, 1, 1, 14944, 2932896, 4, NULL);
INSERT INTO assignment (id, household_id, role, staff_id, since, until, entered, withdrawn) VALUES (2, 1, 2, 2, 14944, 2932896, 4, NULL);
INSERT INTO assignment (id, household_id, role, staff_id, since, until, entered, withdrawn) VALUES (3, 1, 3, 2, 14944, 15095, 4, NULL);
INSERT INTO assignment (id, household_id, role, staff_id, since, until, entered, withdrawn) VALUES (4, 2, 1, 1, 14944, 2932896, 4, NULL);
INSERT INTO assignment (id, household_id, role, staff_id, since, until, entered, withdrawn) VALUES (5, 2, 2, 2, 14944, 2932896, 4, NULL);
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
INSERT INTO project_record (id, project_id, name, kind, county_code, village_code, fund, budget_fen, quantity_milli, unit, instalments, entered, withdrawn) VALUES (1, 1, 'Citrus', 1, 433123, NULL, NULL, NULL, NULL, NULL, NULL, 4, NULL);
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
INSERT INTO project_step (id, project_id, step, round, stepped_on, meeting, verdict, grade, reason, entered, withdrawn) VALUES (1, 1, 1, 1, 14944, NULL, NULL, NULL, NULL, 4, NULL);
INSERT INTO project_step (id, project_id, step, round, stepped_on, meeting, verdict, grade, reason, entered, withdrawn) VALUES (2, 1, 2, 1, 14944, NULL, NULL, NULL, NULL, 4, NULL);
INSERT INTO project_step (id, project_id, step, round, stepped_on, meeting, verdict, grade, reason, entered, withdrawn) VALUES (3, 1, 3, 1, 14944, NULL, NULL, NULL, NULL, 4, NULL);
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
INSERT INTO project_household (id, project_id, household_id, since, until, quantity_milli, unit, entered, withdrawn) VALUES (1, 1, 1, 14944, 2932896, NULL, NULL, 4, NULL);
INSERT INTO project_household (id, project_id, household_id, since, until, quantity_milli, unit, entered, withdrawn) VALUES (2, 1, 2, 14944, 2932896, NULL, NULL, 4, NULL);
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
INSERT INTO batch_issue (id, batch_id, document_no, issued_on, fund, amount_fen, account_id, announced_on, entered, withdrawn) VALUES (1, 1, 'D1', 15034, 'convergence', 100000, 1, NULL, 5, NULL);
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
INSERT INTO movement (id, is_payment, number, upper_id, lower_id, amount_fen, moved_on, reverses, entered, withdrawn) VALUES (1, 0, 'M1', 1, 2, 100000, 15034, NULL, 5, NULL);
INSERT INTO movement (id, is_payment, number, upper_id, lower_id, amount_fen, moved_on, reverses, entered, withdrawn) VALUES (2, 0, 'M2', 2, 3, 100000, 15034, NULL, 5, NULL);
INSERT INTO movement (id, is_payment, number, upper_id, lower_id, amount_fen, moved_on, reverses, entered, withdrawn) VALUES (3, 0, 'M3', 3, 4, 60000, 15034, NULL, 5, NULL);
INSERT INTO movement (id, is_payment, number, upper_id, lower_id, amount_fen, moved_on, reverses, entered, withdrawn) VALUES (4, 0, 'M4', 3, 5, 40000, 15034, NULL, 5, NULL);
CREATE TABLE account_day (
  account_id INTEGER NOT NULL REFERENCES account (id),
  on_day INTEGER NOT NULL,
  balance_fen INTEGER NOT NULL,         -- in less out; below zero only inside an open entry
  PRIMARY KEY (account_id, on_day)
) STRICT, WITHOUT ROWID;
INSERT INTO account_day (account_id, on_day, balance_fen) VALUES (1, 15034, 0);
INSERT INTO account_day (account_id, on_day, balance_fen) VALUES (2, 15034, 0);
INSERT INTO account_day (account_id, on_day, balance_fen) VALUES (3, 15034, 0);
INSERT INTO account_day (account_id, on_day, balance_fen) VALUES (4, 15034, 60000);
INSERT INTO account_day (account_id, on_day, balance_fen) VALUES (5, 15034, 40000);
CREATE TABLE pay_list_record (
  id INTEGER PRIMARY KEY,
  pay_list_id INTEGER NOT NULL REFERENCES pay_list (id),
  drawn_on INTEGER NOT NULL,
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
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
INSERT INTO income (id, household_id, year, wage_fen, business_fen, transfer_fen, property_fen, cost_fen, total_fen, entered, withdrawn) VALUES (1, 1, 2010, NULL, NULL, NULL, NULL, NULL, 500, 7, 8);
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
CREATE TABLE inspection_household (
  id INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES inspection (id),
  household_id INTEGER NOT NULL REFERENCES household (id),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1), -- 1, 2, 3 … in the order drawn
  entered INTEGER NOT NULL REFERENCES entry (id),
  withdrawn INTEGER REFERENCES entry (id)
) STRICT;
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
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 1, 433123104201, 1, 1, 3, 1, 1, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 2, 433123104201, 1, 1, 3, 1, 1, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 2, 433123104206, 2, 1, 2, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 3, 433123104201, 1, 1, 3, 1, 1, 1, 1, 1, 1, 1, 3, 3, 0, 0, 0, 0, 60000, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 3, 433123104206, 2, 1, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 40000, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 4, 430524001001, 4, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 4, 433123104201, 1, 1, 3, 1, 1, 1, 1, 1, 1, 1, 3, 0, 0, 0, 0, 0, 60000, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 4, 433123104206, 2, 1, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 40000, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 5, 430524001001, 4, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 5, 433123104201, 1, 1, 3, 1, 1, 1, 1, 1, 0, 1, 3, 0, 1, 0, 0, 0, 60000, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 5, 433123104206, 2, 1, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 40000, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 6, 430524001001, 4, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 6, 433123104201, 1, 1, 3, 1, 1, 1, 1, 1, 0, 1, 3, 0, 1, 0, 0, 0, 60000, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 6, 433123104206, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 6, 433123104206, 2, 1, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 40000, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 7, 430524001001, 4, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 7, 433123104201, 1, 1, 3, 1, 1, 1, 1, 1, 0, 1, 3, 0, 1, 0, 0, 0, 60000, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 7, 433123104206, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 7, 433123104206, 2, 1, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 40000, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 8, 430524001001, 4, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 8, 433123104201, 1, 1, 3, 1, 1, 1, 1, 1, 0, 1, 3, 0, 1, 0, 0, 0, 60000, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 8, 433123104206, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 8, 433123104206, 2, 1, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 40000, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 9, 430524001001, 4, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 9, 433123104201, 1, 1, 3, 1, 1, 1, 1, 1, 0, 1, 3, 0, 1, 0, 0, 0, 60000, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 9, 433123104206, 2, 1, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 40000, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 10, 430524001001, 4, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 10, 433123104201, 1, 1, 3, 1, 1, 1, 1, 1, 0, 1, 3, 0, 1, 0, 0, 0, 60000, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 10, 433123104206, 2, 1, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 40000, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 11, 430524001001, 4, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 11, 433123104201, 1, 1, 3, 1, 1, 1, 1, 1, 0, 1, 3, 0, 1, 0, 0, 0, 60000, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 11, 433123104206, 2, 1, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 40000, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 12, 430524001001, 4, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 12, 433123104201, 1, 1, 3, 1, 1, 1, 1, 1, 0, 1, 3, 0, 1, 0, 0, 0, 60000, 0);
INSERT INTO figure (year, month, village_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 12, 433123104206, 2, 1, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 40000, 0);
CREATE TABLE figure_state (
  year INTEGER PRIMARY KEY,
  known_entry INTEGER NOT NULL REFERENCES entry (id)
) STRICT;
INSERT INTO figure_state (year, known_entry) VALUES (2011, 9);
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
CREATE TABLE exception_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  known_entry INTEGER NOT NULL REFERENCES entry (id)
) STRICT;
INSERT INTO exception_state (id, known_entry) VALUES (1, 9);
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
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 1, 433123, 1, 1, 3, 1, 1, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 2, 433123, 1, 1, 3, 1, 1, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 2, 433123, 2, 1, 2, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 3, 433123, 1, 1, 3, 1, 1, 1, 1, 1, 1, 1, 3, 3, 0, 0, 0, 0, 60000, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 3, 433123, 2, 1, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 40000, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 4, 430524, 4, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 4, 433123, 1, 1, 3, 1, 1, 1, 1, 1, 1, 1, 3, 0, 0, 0, 0, 0, 60000, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 4, 433123, 2, 1, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 40000, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 5, 430524, 4, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 5, 433123, 1, 1, 3, 1, 1, 1, 1, 1, 0, 1, 3, 0, 1, 0, 0, 0, 60000, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 5, 433123, 2, 1, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 40000, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 6, 430524, 4, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 6, 433123, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 6, 433123, 1, 1, 3, 1, 1, 1, 1, 1, 0, 1, 3, 0, 1, 0, 0, 0, 60000, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 6, 433123, 2, 1, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 40000, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 7, 430524, 4, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 7, 433123, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 7, 433123, 1, 1, 3, 1, 1, 1, 1, 1, 0, 1, 3, 0, 1, 0, 0, 0, 60000, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 7, 433123, 2, 1, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 40000, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 8, 430524, 4, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 8, 433123, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 8, 433123, 1, 1, 3, 1, 1, 1, 1, 1, 0, 1, 3, 0, 1, 0, 0, 0, 60000, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 8, 433123, 2, 1, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 40000, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 9, 430524, 4, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 9, 433123, 1, 1, 3, 1, 1, 1, 1, 1, 0, 1, 3, 0, 1, 0, 0, 0, 60000, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 9, 433123, 2, 1, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 40000, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 10, 430524, 4, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 10, 433123, 1, 1, 3, 1, 1, 1, 1, 1, 0, 1, 3, 0, 1, 0, 0, 0, 60000, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 10, 433123, 2, 1, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 40000, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 11, 430524, 4, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 11, 433123, 1, 1, 3, 1, 1, 1, 1, 1, 0, 1, 3, 0, 1, 0, 0, 0, 60000, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 11, 433123, 2, 1, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 40000, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 12, 430524, 4, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 12, 433123, 1, 1, 3, 1, 1, 1, 1, 1, 0, 1, 3, 0, 1, 0, 0, 0, 60000, 0);
INSERT INTO county_figure (year, month, county_code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen) VALUES (2011, 12, 433123, 2, 1, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 40000, 0);
CREATE TABLE exception_change (
  kind INTEGER NOT NULL,                -- its number in `RegisterException.Kind`
  household_id INTEGER NOT NULL,
  on_day INTEGER NOT NULL,
  village_code INTEGER NOT NULL,        -- 0 where the household lives nowhere
  change INTEGER NOT NULL CHECK (change <> 0),
  PRIMARY KEY (kind, household_id, on_day, village_code)
) STRICT, WITHOUT ROWID;
INSERT INTO exception_change (kind, household_id, on_day, village_code, change) VALUES (2, 2, 14975, 433123104206, 1);
INSERT INTO exception_change (kind, household_id, on_day, village_code, change) VALUES (9, 2, 14975, 433123104206, 1);
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
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 3, 0, 'convergence', 1, 0, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 3, 1, 'convergence', 1, 433123, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 3, 2, 'convergence', 1, 433123, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 3, 3, 'convergence', 1, 433123, 2, 100000, 0, 100000, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 4, 0, 'convergence', 1, 0, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 4, 1, 'convergence', 1, 433123, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 4, 2, 'convergence', 1, 433123, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 4, 3, 'convergence', 1, 433123, 2, 100000, 0, 100000, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 5, 0, 'convergence', 1, 0, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 5, 1, 'convergence', 1, 433123, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 5, 2, 'convergence', 1, 433123, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 5, 3, 'convergence', 1, 433123, 2, 100000, 0, 100000, 100000, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 6, 0, 'convergence', 1, 0, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 6, 1, 'convergence', 1, 433123, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 6, 2, 'convergence', 1, 433123, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 6, 3, 'convergence', 1, 433123, 2, 100000, 0, 100000, 100000, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 7, 0, 'convergence', 1, 0, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 7, 1, 'convergence', 1, 433123, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 7, 2, 'convergence', 1, 433123, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 7, 3, 'convergence', 1, 433123, 2, 100000, 0, 100000, 100000, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 8, 0, 'convergence', 1, 0, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 8, 1, 'convergence', 1, 433123, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 8, 2, 'convergence', 1, 433123, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 8, 3, 'convergence', 1, 433123, 2, 100000, 0, 100000, 100000, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 9, 0, 'convergence', 1, 0, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 9, 1, 'convergence', 1, 433123, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 9, 2, 'convergence', 1, 433123, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 9, 3, 'convergence', 1, 433123, 2, 100000, 0, 100000, 100000, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 10, 0, 'convergence', 1, 0, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 10, 1, 'convergence', 1, 433123, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 10, 2, 'convergence', 1, 433123, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 10, 3, 'convergence', 1, 433123, 2, 100000, 0, 100000, 100000, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 11, 0, 'convergence', 1, 0, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 11, 1, 'convergence', 1, 433123, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 11, 2, 'convergence', 1, 433123, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 11, 3, 'convergence', 1, 433123, 2, 100000, 0, 100000, 100000, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 12, 0, 'convergence', 1, 0, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 12, 1, 'convergence', 1, 433123, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 12, 2, 'convergence', 1, 433123, 1, 100000, 100000, 0, 0, 0);
INSERT INTO rung_figure (year, month, rung, fund, source, county_code, accounts, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen) VALUES (2011, 12, 3, 'convergence', 1, 433123, 2, 100000, 0, 100000, 100000, 0);
CREATE UNIQUE INDEX entry_undoes ON entry (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX entry_part_range ON entry_part (fact_table, first_id, last_id);
CREATE UNIQUE INDEX account_household ON account (household_id, batch_id, project_id, rung)
  WHERE household_id IS NOT NULL;
CREATE UNIQUE INDEX account_county ON account (county_code, batch_id) WHERE rung = 1;
CREATE UNIQUE INDEX account_project ON account (project_id, batch_id, rung, payee)
  WHERE rung >= 2 AND household_id IS NULL AND payee IS NOT NULL;
CREATE UNIQUE INDEX account_project_held ON account (batch_id, project_id) WHERE rung = 2;
CREATE UNIQUE INDEX account_batch ON account (batch_id) WHERE rung = 0;
CREATE INDEX account_of_project ON account (project_id) WHERE project_id IS NOT NULL;
CREATE UNIQUE INDEX region_code ON region (code, valid_from) WHERE withdrawn IS NULL;
CREATE INDEX region_parent ON region (parent_code, code) WHERE withdrawn IS NULL;
CREATE INDEX region_withdrawn ON region (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX poverty_line_region ON poverty_line (region_code, since) WHERE withdrawn IS NULL;
CREATE INDEX poverty_line_withdrawn ON poverty_line (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX programme_year_year ON programme_year (year) WHERE withdrawn IS NULL;
CREATE INDEX programme_year_withdrawn ON programme_year (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX target_region ON target (programme, year, region_code) WHERE withdrawn IS NULL;
CREATE INDEX target_withdrawn ON target (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX residence_household ON residence (household_id, since)
  WHERE withdrawn IS NULL;
CREATE INDEX residence_village ON residence (village_code, household_id) WHERE withdrawn IS NULL;
CREATE INDEX residence_withdrawn ON residence (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX residence_past ON residence (household_id, withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX household_class_household ON household_class (household_id, since)
  WHERE withdrawn IS NULL;
CREATE INDEX household_class_withdrawn ON household_class (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX household_class_past ON household_class (household_id, withdrawn)
  WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX circumstance_household ON circumstance (household_id) WHERE withdrawn IS NULL;
CREATE INDEX circumstance_withdrawn ON circumstance (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX enrolment_household ON enrolment (household_id, year) WHERE withdrawn IS NULL;
CREATE INDEX enrolment_withdrawn ON enrolment (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX enrolment_past ON enrolment (household_id, withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX member_household ON member (household_id, member_no, joined_on)
  WHERE withdrawn IS NULL;
CREATE INDEX member_resident ON member (resident_key, household_id)
  WHERE withdrawn IS NULL AND resident_key IS NOT NULL;
CREATE INDEX member_withdrawn ON member (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX member_past ON member (household_id, withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX headship_household ON headship (household_id, since)
  WHERE withdrawn IS NULL;
CREATE INDEX headship_withdrawn ON headship (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX household_end_household ON household_end (household_id) WHERE withdrawn IS NULL;
CREATE INDEX household_end_into ON household_end (into_household_id)
  WHERE withdrawn IS NULL AND into_household_id IS NOT NULL;
CREATE INDEX household_end_withdrawn ON household_end (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX household_end_past ON household_end (household_id, withdrawn)
  WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX household_event_household
  ON household_event (household_id, event, happened_on, member_no) WHERE withdrawn IS NULL;
CREATE INDEX household_event_other ON household_event (other_household_id)
  WHERE withdrawn IS NULL AND other_household_id IS NOT NULL;
CREATE INDEX household_event_withdrawn ON household_event (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX household_event_past ON household_event (household_id, withdrawn)
  WHERE withdrawn IS NOT NULL;
CREATE INDEX claim_resident ON claim (resident_key) WHERE withdrawn IS NULL;
CREATE INDEX claim_holder ON claim (holder_id) WHERE withdrawn IS NULL;
CREATE INDEX claim_withdrawn ON claim (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX dibao_listing_resident ON dibao_listing (resident_key, since)
  WHERE withdrawn IS NULL;
CREATE INDEX dibao_listing_withdrawn ON dibao_listing (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX plan_household ON plan (household_id, starts_on) WHERE withdrawn IS NULL;
CREATE INDEX plan_withdrawn ON plan (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX plan_past ON plan (household_id, withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX staff_record_staff ON staff_record (staff_id) WHERE withdrawn IS NULL;
CREATE INDEX staff_record_withdrawn ON staff_record (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX assignment_household ON assignment (household_id, role, since)
  WHERE withdrawn IS NULL;
CREATE INDEX assignment_staff ON assignment (staff_id, household_id) WHERE withdrawn IS NULL;
CREATE INDEX assignment_withdrawn ON assignment (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX assignment_past ON assignment (household_id, withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX project_record_project ON project_record (project_id) WHERE withdrawn IS NULL;
CREATE INDEX project_record_withdrawn ON project_record (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX project_step_project ON project_step (project_id, step, round)
  WHERE withdrawn IS NULL;
CREATE INDEX project_step_withdrawn ON project_step (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX project_household_household
  ON project_household (household_id, project_id, since) WHERE withdrawn IS NULL;
CREATE INDEX project_household_project ON project_household (project_id, household_id)
  WHERE withdrawn IS NULL;
CREATE INDEX project_household_withdrawn ON project_household (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX project_household_past ON project_household (household_id, withdrawn)
  WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX batch_issue_batch ON batch_issue (batch_id) WHERE withdrawn IS NULL;
CREATE INDEX batch_issue_account ON batch_issue (account_id) WHERE withdrawn IS NULL;
CREATE INDEX batch_issue_withdrawn ON batch_issue (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX movement_number ON movement (is_payment, number) WHERE withdrawn IS NULL;
CREATE UNIQUE INDEX movement_reverses ON movement (is_payment, reverses)
  WHERE withdrawn IS NULL AND reverses IS NOT NULL;
CREATE INDEX movement_lower ON movement (lower_id, moved_on, amount_fen) WHERE withdrawn IS NULL;
CREATE INDEX movement_upper ON movement (upper_id, moved_on, amount_fen) WHERE withdrawn IS NULL;
CREATE INDEX movement_withdrawn ON movement (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX movement_past ON movement (lower_id, withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX account_day_overdrawn ON account_day (account_id, on_day) WHERE balance_fen < 0;
CREATE UNIQUE INDEX pay_list_record_list ON pay_list_record (pay_list_id) WHERE withdrawn IS NULL;
CREATE INDEX pay_list_record_withdrawn ON pay_list_record (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX pay_list_row_list ON pay_list_row (pay_list_id, account_id) WHERE withdrawn IS NULL;
CREATE INDEX pay_list_row_account ON pay_list_row (account_id) WHERE withdrawn IS NULL;
CREATE INDEX pay_list_row_after ON pay_list_row (after_id)
  WHERE withdrawn IS NULL AND after_id IS NOT NULL;
CREATE INDEX pay_list_row_withdrawn ON pay_list_row (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX bank_return_list ON bank_return (pay_list_id, account_id) WHERE withdrawn IS NULL;
CREATE INDEX bank_return_account ON bank_return (account_id) WHERE withdrawn IS NULL;
CREATE INDEX bank_return_withdrawn ON bank_return (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX progress_household ON progress (household_id, logged_on)
  WHERE withdrawn IS NULL AND household_id IS NOT NULL;
CREATE INDEX progress_project ON progress (project_id, logged_on)
  WHERE withdrawn IS NULL AND project_id IS NOT NULL;
CREATE INDEX progress_staff ON progress (staff_id, logged_on) WHERE withdrawn IS NULL;
CREATE INDEX progress_withdrawn ON progress (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX income_household ON income (household_id, year) WHERE withdrawn IS NULL;
CREATE INDEX income_withdrawn ON income (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX income_past ON income (household_id, withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX indicator_name ON indicator (programme, year, name_en, scope, region_code)
  WHERE withdrawn IS NULL;
CREATE INDEX indicator_withdrawn ON indicator (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX disclosure_project
  ON disclosure (project_id, village_code, posted_on, objection) WHERE withdrawn IS NULL;
CREATE INDEX disclosure_withdrawn ON disclosure (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX inspection_draw_inspection ON inspection_draw (inspection_id)
  WHERE withdrawn IS NULL;
CREATE INDEX inspection_draw_withdrawn ON inspection_draw (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX inspection_household_inspection
  ON inspection_household (inspection_id, household_id) WHERE withdrawn IS NULL;
CREATE INDEX inspection_household_household ON inspection_household (household_id)
  WHERE withdrawn IS NULL;
CREATE INDEX inspection_household_withdrawn ON inspection_household (withdrawn)
  WHERE withdrawn IS NOT NULL;
CREATE UNIQUE INDEX finding_household ON finding (household_id, inspection_id, found_on, finding)
  WHERE withdrawn IS NULL;
CREATE INDEX finding_inspection ON finding (inspection_id) WHERE withdrawn IS NULL;
CREATE INDEX finding_withdrawn ON finding (withdrawn) WHERE withdrawn IS NOT NULL;
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
CREATE VIEW added AS
SELECT entry_part.entry, fact_table.name AS table_name, entry_part.first_id, entry_part.last_id
FROM entry_part JOIN fact_table ON fact_table.id = entry_part.fact_table;
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
CREATE VIEW rule_member_period AS
SELECT later.id AS fact_id, earlier.id AS other_id, later.household_id,
  max(later.joined_on, earlier.joined_on) AS on_day
FROM member AS later
JOIN member AS earlier ON earlier.household_id = later.household_id
  AND earlier.member_no = later.member_no AND earlier.joined_on < later.joined_on
WHERE later.withdrawn IS NULL AND later.joined_on > -719162 AND earlier.withdrawn IS NULL
  AND later.joined_on < earlier.left_on;
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
CREATE VIEW rule_end_enrolment AS
SELECT ended.id AS fact_id, ended.household_id, ended.ended_on AS on_day
FROM household_end AS ended
WHERE ended.withdrawn IS NULL
  AND EXISTS (
    SELECT 1 FROM enrolment WHERE household_id = ended.household_id AND withdrawn IS NULL)
  AND NOT EXISTS (
    SELECT 1 FROM enrolment WHERE household_id = ended.household_id AND withdrawn IS NULL
      AND enrolled_on <= ended.ended_on);
CREATE VIEW giving AS
SELECT 'household_event' AS table_name, id AS fact_id, household_id, happened_on AS on_day, entered, 4 AS event
FROM household_event WHERE withdrawn IS NULL AND event = 4
UNION ALL
SELECT 'household_end', id, household_id, ended_on, entered,
  CASE WHEN into_household_id IS NULL THEN 6 ELSE 5 END
FROM household_end WHERE withdrawn IS NULL;
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
CREATE VIEW rule_assignment_overlap AS
SELECT later.id AS fact_id, earlier.id AS other_id, later.household_id,
  max(later.since, earlier.since) AS on_day
FROM assignment AS later
JOIN assignment AS earlier ON earlier.household_id = later.household_id
  AND earlier.role = later.role AND earlier.id < later.id
WHERE later.withdrawn IS NULL AND earlier.withdrawn IS NULL
  AND earlier.since < later.until AND later.since < earlier.until;
CREATE VIEW rule_project_household_overlap AS
SELECT later.id AS fact_id, earlier.id AS other_id, later.household_id,
  max(later.since, earlier.since) AS on_day
FROM project_household AS later
JOIN project_household AS earlier ON earlier.household_id = later.household_id
  AND earlier.project_id = later.project_id AND earlier.id < later.id
WHERE later.withdrawn IS NULL AND earlier.withdrawn IS NULL
  AND earlier.since < later.until AND later.since < earlier.until;
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
CREATE VIEW rule_ladder AS
SELECT account_id, on_day, balance_fen FROM account_day WHERE balance_fen < 0;
CREATE VIEW rule_progress_enrolment AS
SELECT progress.id AS fact_id, progress.household_id, progress.logged_on AS on_day
FROM progress
WHERE progress.withdrawn IS NULL AND progress.household_id IS NOT NULL
  AND NOT EXISTS (
    SELECT 1 FROM enrolment
    WHERE household_id = progress.household_id AND withdrawn IS NULL
      AND enrolled_on <= progress.logged_on);
CREATE VIEW rule_enrolment_year AS
SELECT id AS fact_id, household_id, enrolled_on AS on_day
FROM enrolment
WHERE withdrawn IS NULL
  AND year <> CAST(strftime('%Y', enrolled_on * 86400, 'unixepoch') AS INTEGER);
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
CREATE VIEW rule_staff_registered AS
SELECT said.table_name, said.fact_id, said.staff_id
FROM (
  SELECT 'assignment' AS table_name, id AS fact_id, staff_id FROM assignment WHERE withdrawn IS NULL
  UNION ALL SELECT 'progress', id, staff_id FROM progress WHERE withdrawn IS NULL
) AS said
WHERE NOT EXISTS (
  SELECT 1 FROM staff_record WHERE staff_id = said.staff_id AND withdrawn IS NULL);
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
CREATE VIEW rule_pay_list_registered AS
SELECT id AS fact_id, pay_list_id, account_id
FROM pay_list_row
WHERE withdrawn IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM pay_list_record
    WHERE pay_list_id = pay_list_row.pay_list_id AND withdrawn IS NULL);
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
CREATE VIEW rule_inspection_registered AS
SELECT drawn.id AS fact_id, drawn.inspection_id, drawn.household_id
FROM inspection_household AS drawn
WHERE drawn.withdrawn IS NULL AND NOT EXISTS (
  SELECT 1 FROM inspection_draw WHERE inspection_id = drawn.inspection_id AND withdrawn IS NULL);
CREATE VIEW rule_residence_region AS
SELECT residence.id AS fact_id, residence.household_id, residence.village_code, residence.since AS on_day
FROM residence
WHERE residence.withdrawn IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM region WHERE code = residence.village_code AND withdrawn IS NULL);
CREATE VIEW bulk_part AS
SELECT entry, table_name FROM added
WHERE last_id - first_id >= 1000 AND (last_id - first_id) * 2 > last_id;
CREATE VIEW repeated_resident AS
SELECT member.id AS fact_id
FROM (
  SELECT resident_key FROM member WHERE withdrawn IS NULL AND resident_key IS NOT NULL
  GROUP BY resident_key HAVING count(*) > 1) AS repeated
CROSS JOIN member ON member.resident_key = repeated.resident_key
  AND member.withdrawn IS NULL AND member.resident_key IS NOT NULL;
CREATE VIEW distinct_residents AS
SELECT 1 AS hold
WHERE (
    SELECT count(*) FROM member INDEXED BY member_resident
    WHERE withdrawn IS NULL AND resident_key IS NOT NULL)
  = (
    SELECT count(DISTINCT resident_key) FROM member INDEXED BY member_resident
    WHERE withdrawn IS NULL AND resident_key IS NOT NULL);
CREATE VIEW dated_member AS
SELECT id AS fact_id FROM member INDEXED BY member_household
WHERE withdrawn IS NULL AND joined_on > -719162;
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
CREATE TRIGGER place_stays BEFORE DELETE ON place
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER place_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, code, entered ON place
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER household_enters BEFORE INSERT ON household
WHEN NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER household_stays BEFORE DELETE ON household
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER household_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, household_no, entered ON household
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER staff_enters BEFORE INSERT ON staff
WHEN NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER staff_stays BEFORE DELETE ON staff
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER staff_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, staff_no, entered ON staff
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER project_enters BEFORE INSERT ON project
WHEN NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER project_stays BEFORE DELETE ON project
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER project_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, project_no, entered ON project
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER batch_enters BEFORE INSERT ON batch
WHEN NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER batch_stays BEFORE DELETE ON batch
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER batch_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, batch_no, source, entered ON batch
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER account_enters BEFORE INSERT ON account
WHEN NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER account_stays BEFORE DELETE ON account
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER account_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, batch_id, rung, county_code, project_id, household_id, payee, entered ON account
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER inspection_enters BEFORE INSERT ON inspection
WHEN NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER inspection_stays BEFORE DELETE ON inspection
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER inspection_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, inspection_no, entered ON inspection
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER pay_list_enters BEFORE INSERT ON pay_list
WHEN NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER pay_list_stays BEFORE DELETE ON pay_list
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER pay_list_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, paylist_no, entered ON pay_list
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER register_enters BEFORE INSERT ON register
WHEN NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER register_stays BEFORE DELETE ON register
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER register_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, office_code, year, made_at, register_number, entered ON register
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER code_label_enters BEFORE INSERT ON code_label
WHEN NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER code_label_stays BEFORE DELETE ON code_label
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER code_label_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, list, code, name, chinese, entered ON code_label
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER region_stays BEFORE DELETE ON region
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER region_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, code, parent_code, level, name_zh, name_en, area, supported, national_key, tier, valid_from, valid_until, entered ON region
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER region_withdrawn_once BEFORE UPDATE OF withdrawn ON region
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER poverty_line_enters BEFORE INSERT ON poverty_line
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER poverty_line_stays BEFORE DELETE ON poverty_line
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER poverty_line_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, region_code, since, poverty_line_fen, dibao_line_fen, entered ON poverty_line
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER poverty_line_withdrawn_once BEFORE UPDATE OF withdrawn ON poverty_line
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER programme_year_enters BEFORE INSERT ON programme_year
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER programme_year_stays BEFORE DELETE ON programme_year
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER programme_year_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, year, income_goal_fen, report_due_day, entered ON programme_year
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER programme_year_withdrawn_once BEFORE UPDATE OF withdrawn ON programme_year
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER target_enters BEFORE INSERT ON target
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER target_stays BEFORE DELETE ON target
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER target_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, programme, year, region_code, persons, month_01, month_02, month_03, month_04, month_05, month_06, month_07, month_08, month_09, month_10, month_11, month_12, entered ON target
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER target_withdrawn_once BEFORE UPDATE OF withdrawn ON target
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER residence_enters BEFORE INSERT ON residence
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER residence_stays BEFORE DELETE ON residence
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER residence_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, household_id, village_code, since, entered ON residence
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER residence_withdrawn_once BEFORE UPDATE OF withdrawn ON residence
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER household_class_enters BEFORE INSERT ON household_class
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER household_class_stays BEFORE DELETE ON household_class
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER household_class_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, household_id, class, ground, since, entered ON household_class
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER household_class_withdrawn_once BEFORE UPDATE OF withdrawn ON household_class
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER circumstance_enters BEFORE INSERT ON circumstance
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER circumstance_stays BEFORE DELETE ON circumstance
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER circumstance_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, household_id, cause, income_per_capita_fen, household_size, entered ON circumstance
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER circumstance_withdrawn_once BEFORE UPDATE OF withdrawn ON circumstance
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER enrolment_enters BEFORE INSERT ON enrolment
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER enrolment_stays BEFORE DELETE ON enrolment
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER enrolment_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, household_id, year, enrolled_on, entered ON enrolment
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER enrolment_withdrawn_once BEFORE UPDATE OF withdrawn ON enrolment
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER member_enters BEFORE INSERT ON member
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER member_stays BEFORE DELETE ON member
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER member_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, household_id, member_no, joined_on, left_on, relation, sex, resident_key, name, resident_written, id_verified, birth_date, ethnicity, education, health, labour, phone, account_no, remark, salt, entered ON member
WHEN NOT EXISTS (SELECT 1 FROM redaction WHERE fact_table = 25 AND fact_id = OLD.id)
  OR coalesce(NEW.resident_key, NEW.name, NEW.resident_written, NEW.id_verified, NEW.birth_date, NEW.ethnicity, NEW.education, NEW.health, NEW.labour, NEW.phone, NEW.account_no, NEW.remark, NEW.salt) IS NOT NULL
  OR NEW.id IS NOT OLD.id OR NEW.household_id IS NOT OLD.household_id OR NEW.member_no IS NOT OLD.member_no OR NEW.joined_on IS NOT OLD.joined_on OR NEW.left_on IS NOT OLD.left_on OR NEW.relation IS NOT OLD.relation OR NEW.sex IS NOT OLD.sex OR NEW.entered IS NOT OLD.entered
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER member_withdrawn_once BEFORE UPDATE OF withdrawn ON member
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER headship_enters BEFORE INSERT ON headship
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER headship_stays BEFORE DELETE ON headship
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER headship_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, household_id, member_no, since, entered ON headship
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER headship_withdrawn_once BEFORE UPDATE OF withdrawn ON headship
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER household_end_enters BEFORE INSERT ON household_end
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER household_end_stays BEFORE DELETE ON household_end
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER household_end_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, household_id, ended_on, ground, into_household_id, entered ON household_end
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER household_end_withdrawn_once BEFORE UPDATE OF withdrawn ON household_end
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER household_event_enters BEFORE INSERT ON household_event
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER household_event_stays BEFORE DELETE ON household_event
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER household_event_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, household_id, event, happened_on, village_code, class, ground, member_no, other_household_id, entered ON household_event
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER household_event_withdrawn_once BEFORE UPDATE OF withdrawn ON household_event
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER claim_enters BEFORE INSERT ON claim
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER claim_stays BEFORE DELETE ON claim
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER claim_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, household_no, holder_id, joined_on, left_on, source_line, resident_key, name, salt, entered ON claim
WHEN NOT EXISTS (SELECT 1 FROM redaction WHERE fact_table = 29 AND fact_id = OLD.id)
  OR coalesce(NEW.resident_key, NEW.name, NEW.salt) IS NOT NULL
  OR NEW.id IS NOT OLD.id OR NEW.household_no IS NOT OLD.household_no OR NEW.holder_id IS NOT OLD.holder_id OR NEW.joined_on IS NOT OLD.joined_on OR NEW.left_on IS NOT OLD.left_on OR NEW.source_line IS NOT OLD.source_line OR NEW.entered IS NOT OLD.entered
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER claim_withdrawn_once BEFORE UPDATE OF withdrawn ON claim
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER dibao_listing_enters BEFORE INSERT ON dibao_listing
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER dibao_listing_stays BEFORE DELETE ON dibao_listing
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER dibao_listing_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, region_code, since, until, amount_fen, resident_key, resident_written, name, salt, entered ON dibao_listing
WHEN NOT EXISTS (SELECT 1 FROM redaction WHERE fact_table = 30 AND fact_id = OLD.id)
  OR coalesce(NEW.resident_key, NEW.resident_written, NEW.name, NEW.salt) IS NOT NULL
  OR NEW.id IS NOT OLD.id OR NEW.region_code IS NOT OLD.region_code OR NEW.since IS NOT OLD.since OR NEW.until IS NOT OLD.until OR NEW.amount_fen IS NOT OLD.amount_fen OR NEW.entered IS NOT OLD.entered
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER dibao_listing_withdrawn_once BEFORE UPDATE OF withdrawn ON dibao_listing
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER plan_enters BEFORE INSERT ON plan
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER plan_stays BEFORE DELETE ON plan
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER plan_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, household_id, starts_on, ended_on, goal_income_fen, measures, exit_on, entered ON plan
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER plan_withdrawn_once BEFORE UPDATE OF withdrawn ON plan
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER staff_record_enters BEFORE INSERT ON staff_record
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER staff_record_stays BEFORE DELETE ON staff_record
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER staff_record_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, staff_id, county_code, left_on, name, employer, position, phone, salt, entered ON staff_record
WHEN NOT EXISTS (SELECT 1 FROM redaction WHERE fact_table = 42 AND fact_id = OLD.id)
  OR coalesce(NEW.name, NEW.employer, NEW.position, NEW.phone, NEW.salt) IS NOT NULL
  OR NEW.id IS NOT OLD.id OR NEW.staff_id IS NOT OLD.staff_id OR NEW.county_code IS NOT OLD.county_code OR NEW.left_on IS NOT OLD.left_on OR NEW.entered IS NOT OLD.entered
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER staff_record_withdrawn_once BEFORE UPDATE OF withdrawn ON staff_record
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER assignment_enters BEFORE INSERT ON assignment
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER assignment_stays BEFORE DELETE ON assignment
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER assignment_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, household_id, role, staff_id, since, until, entered ON assignment
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER assignment_withdrawn_once BEFORE UPDATE OF withdrawn ON assignment
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER project_record_enters BEFORE INSERT ON project_record
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER project_record_stays BEFORE DELETE ON project_record
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER project_record_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, project_id, name, kind, county_code, village_code, fund, budget_fen, quantity_milli, unit, instalments, entered ON project_record
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER project_record_withdrawn_once BEFORE UPDATE OF withdrawn ON project_record
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER project_step_enters BEFORE INSERT ON project_step
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER project_step_stays BEFORE DELETE ON project_step
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER project_step_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, project_id, step, round, stepped_on, meeting, verdict, grade, reason, entered ON project_step
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER project_step_withdrawn_once BEFORE UPDATE OF withdrawn ON project_step
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER project_household_enters BEFORE INSERT ON project_household
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER project_household_stays BEFORE DELETE ON project_household
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER project_household_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, project_id, household_id, since, until, quantity_milli, unit, entered ON project_household
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER project_household_withdrawn_once BEFORE UPDATE OF withdrawn ON project_household
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER batch_issue_enters BEFORE INSERT ON batch_issue
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER batch_issue_stays BEFORE DELETE ON batch_issue
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER batch_issue_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, batch_id, document_no, issued_on, fund, amount_fen, account_id, announced_on, entered ON batch_issue
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER batch_issue_withdrawn_once BEFORE UPDATE OF withdrawn ON batch_issue
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER movement_enters BEFORE INSERT ON movement
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER movement_stays BEFORE DELETE ON movement
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER movement_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, is_payment, number, upper_id, lower_id, amount_fen, moved_on, reverses, entered ON movement
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER movement_withdrawn_once BEFORE UPDATE OF withdrawn ON movement
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER pay_list_record_enters BEFORE INSERT ON pay_list_record
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER pay_list_record_stays BEFORE DELETE ON pay_list_record
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER pay_list_record_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, pay_list_id, drawn_on, entered ON pay_list_record
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER pay_list_record_withdrawn_once BEFORE UPDATE OF withdrawn ON pay_list_record
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER pay_list_row_enters BEFORE INSERT ON pay_list_row
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER pay_list_row_stays BEFORE DELETE ON pay_list_row
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER pay_list_row_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, pay_list_id, account_id, amount_fen, after_id, name, account_no, salt, entered ON pay_list_row
WHEN NOT EXISTS (SELECT 1 FROM redaction WHERE fact_table = 54 AND fact_id = OLD.id)
  OR coalesce(NEW.name, NEW.account_no, NEW.salt) IS NOT NULL
  OR NEW.id IS NOT OLD.id OR NEW.pay_list_id IS NOT OLD.pay_list_id OR NEW.account_id IS NOT OLD.account_id OR NEW.amount_fen IS NOT OLD.amount_fen OR NEW.after_id IS NOT OLD.after_id OR NEW.entered IS NOT OLD.entered
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER pay_list_row_withdrawn_once BEFORE UPDATE OF withdrawn ON pay_list_row
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER bank_return_enters BEFORE INSERT ON bank_return
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER bank_return_stays BEFORE DELETE ON bank_return
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER bank_return_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, pay_list_id, account_id, amount_fen, is_paid, voucher_no, paid_on, reason, account_no, salt, entered ON bank_return
WHEN NOT EXISTS (SELECT 1 FROM redaction WHERE fact_table = 55 AND fact_id = OLD.id)
  OR coalesce(NEW.account_no, NEW.salt) IS NOT NULL
  OR NEW.id IS NOT OLD.id OR NEW.pay_list_id IS NOT OLD.pay_list_id OR NEW.account_id IS NOT OLD.account_id OR NEW.amount_fen IS NOT OLD.amount_fen OR NEW.is_paid IS NOT OLD.is_paid OR NEW.voucher_no IS NOT OLD.voucher_no OR NEW.paid_on IS NOT OLD.paid_on OR NEW.reason IS NOT OLD.reason OR NEW.entered IS NOT OLD.entered
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER bank_return_withdrawn_once BEFORE UPDATE OF withdrawn ON bank_return
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER progress_enters BEFORE INSERT ON progress
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER progress_stays BEFORE DELETE ON progress
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER progress_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, household_id, project_id, logged_on, staff_id, kind, quantity_milli, unit, percent_hundredths, note, entered ON progress
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER progress_withdrawn_once BEFORE UPDATE OF withdrawn ON progress
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER income_enters BEFORE INSERT ON income
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER income_stays BEFORE DELETE ON income
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER income_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, household_id, year, wage_fen, business_fen, transfer_fen, property_fen, cost_fen, total_fen, entered ON income
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER income_withdrawn_once BEFORE UPDATE OF withdrawn ON income
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER indicator_enters BEFORE INSERT ON indicator
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER indicator_stays BEFORE DELETE ON indicator
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER indicator_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, programme, year, name_en, name_zh, scope, region_code, unit, planned, actual, qualifier, note, entered ON indicator
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER indicator_withdrawn_once BEFORE UPDATE OF withdrawn ON indicator
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER disclosure_enters BEFORE INSERT ON disclosure
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER disclosure_stays BEFORE DELETE ON disclosure
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER disclosure_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, project_id, village_code, posted_on, taken_down_on, objection, objected_on, answer, answered_on, entered ON disclosure
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER disclosure_withdrawn_once BEFORE UPDATE OF withdrawn ON disclosure
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER inspection_draw_enters BEFORE INSERT ON inspection_draw
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER inspection_draw_stays BEFORE DELETE ON inspection_draw
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER inspection_draw_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, inspection_id, drawn_on, seed, known_entry, region_code, share_hundredths, number, entered ON inspection_draw
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER inspection_draw_withdrawn_once BEFORE UPDATE OF withdrawn ON inspection_draw
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER inspection_household_enters BEFORE INSERT ON inspection_household
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER inspection_household_stays BEFORE DELETE ON inspection_household
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER inspection_household_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, inspection_id, household_id, ordinal, entered ON inspection_household
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER inspection_household_withdrawn_once BEFORE UPDATE OF withdrawn ON inspection_household
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER finding_enters BEFORE INSERT ON finding
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER finding_stays BEFORE DELETE ON finding
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER finding_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, inspection_id, household_id, found_on, finding, due_on, settled_on, settlement, entered ON finding
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER finding_withdrawn_once BEFORE UPDATE OF withdrawn ON finding
WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: withdrawn_once');
END;
CREATE TRIGGER month_close_enters BEFORE INSERT ON month_close
WHEN NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER month_close_stays BEFORE DELETE ON month_close
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER month_close_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, year, month, known_entry, rendering, figures_hash, entered ON month_close
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER closed_figure_enters BEFORE INSERT ON closed_figure
WHEN NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER closed_figure_stays BEFORE DELETE ON closed_figure
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER closed_figure_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, year, month, of_month, grouping, code, class, households_enrolled, persons_enrolled, plan, project, fund, support, implementation, contact, households_fulfilled, persons_supported, persons_supported_in_month, households_lapsed, households_paid, households_accepted, households_income_goal, allocated_fen, paid_fen, entered ON closed_figure
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER closed_place_enters BEFORE INSERT ON closed_place
WHEN NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER closed_place_stays BEFORE DELETE ON closed_place
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER closed_place_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, year, month, code, parent_code, level, name_zh, name_en, area, supported, national_key, tier, entered ON closed_place
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER closed_target_enters BEFORE INSERT ON closed_target
WHEN NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER closed_target_stays BEFORE DELETE ON closed_target
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER closed_target_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, year, month, region_code, persons, month_01, month_02, month_03, month_04, month_05, month_06, month_07, month_08, month_09, month_10, month_11, month_12, entered ON closed_target
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER closed_rung_enters BEFORE INSERT ON closed_rung
WHEN NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER closed_rung_stays BEFORE DELETE ON closed_rung
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER closed_rung_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, year, month, rung, fund, source, county_code, in_fen, out_fen, held_fen, held_over_90_fen, held_over_365_fen, entered ON closed_rung
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER closed_exception_enters BEFORE INSERT ON closed_exception
WHEN NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER closed_exception_stays BEFORE DELETE ON closed_exception
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER closed_exception_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, year, month, kind, county_code, cases, entered ON closed_exception
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER closed_submission_enters BEFORE INSERT ON closed_submission
WHEN NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER closed_submission_stays BEFORE DELETE ON closed_submission
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER closed_submission_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, year, month, county_code, sheet, entries, is_late, rejected_rows, entered ON closed_submission
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER redaction_enters BEFORE INSERT ON redaction
WHEN NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER redaction_stays BEFORE DELETE ON redaction
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER redaction_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, fact_table, fact_id, identity_hash, ground, entered ON redaction
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER entry_county_enters BEFORE INSERT ON entry_county
WHEN NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER entry_county_stays BEFORE DELETE ON entry_county
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_stays');
END;
CREATE TRIGGER entry_county_fixed BEFORE UPDATE OF id, rowid, oid, _rowid_, county_code, source_rows, rejected_rows, entered ON entry_county
BEGIN
  SELECT RAISE(ABORT, 'rule: fact_fixed');
END;
CREATE TRIGGER redaction_of_person BEFORE INSERT ON redaction
WHEN NOT EXISTS (
  SELECT 1 FROM member WHERE NEW.fact_table = 25 AND id = NEW.fact_id
  UNION ALL SELECT 1 FROM claim WHERE NEW.fact_table = 29 AND id = NEW.fact_id
  UNION ALL SELECT 1 FROM dibao_listing WHERE NEW.fact_table = 30 AND id = NEW.fact_id
  UNION ALL SELECT 1 FROM staff_record WHERE NEW.fact_table = 42 AND id = NEW.fact_id
  UNION ALL SELECT 1 FROM pay_list_row WHERE NEW.fact_table = 54 AND id = NEW.fact_id
  UNION ALL SELECT 1 FROM bank_return WHERE NEW.fact_table = 55 AND id = NEW.fact_id)
BEGIN
  SELECT RAISE(ABORT, 'rule: redaction');
END;
CREATE VIEW newest_fact AS
SELECT 1 AS fact_table, max(id) AS last_id FROM place
UNION ALL SELECT 2 AS fact_table, max(id) AS last_id FROM household
UNION ALL SELECT 3 AS fact_table, max(id) AS last_id FROM staff
UNION ALL SELECT 4 AS fact_table, max(id) AS last_id FROM project
UNION ALL SELECT 5 AS fact_table, max(id) AS last_id FROM batch
UNION ALL SELECT 6 AS fact_table, max(id) AS last_id FROM account
UNION ALL SELECT 7 AS fact_table, max(id) AS last_id FROM inspection
UNION ALL SELECT 8 AS fact_table, max(id) AS last_id FROM pay_list
UNION ALL SELECT 9 AS fact_table, max(id) AS last_id FROM register
UNION ALL SELECT 10 AS fact_table, max(id) AS last_id FROM code_label
UNION ALL SELECT 11 AS fact_table, max(id) AS last_id FROM region
UNION ALL SELECT 12 AS fact_table, max(id) AS last_id FROM poverty_line
UNION ALL SELECT 13 AS fact_table, max(id) AS last_id FROM programme_year
UNION ALL SELECT 14 AS fact_table, max(id) AS last_id FROM target
UNION ALL SELECT 21 AS fact_table, max(id) AS last_id FROM residence
UNION ALL SELECT 22 AS fact_table, max(id) AS last_id FROM household_class
UNION ALL SELECT 23 AS fact_table, max(id) AS last_id FROM circumstance
UNION ALL SELECT 24 AS fact_table, max(id) AS last_id FROM enrolment
UNION ALL SELECT 25 AS fact_table, max(id) AS last_id FROM member
UNION ALL SELECT 26 AS fact_table, max(id) AS last_id FROM headship
UNION ALL SELECT 27 AS fact_table, max(id) AS last_id FROM household_end
UNION ALL SELECT 28 AS fact_table, max(id) AS last_id FROM household_event
UNION ALL SELECT 29 AS fact_table, max(id) AS last_id FROM claim
UNION ALL SELECT 30 AS fact_table, max(id) AS last_id FROM dibao_listing
UNION ALL SELECT 41 AS fact_table, max(id) AS last_id FROM plan
UNION ALL SELECT 42 AS fact_table, max(id) AS last_id FROM staff_record
UNION ALL SELECT 43 AS fact_table, max(id) AS last_id FROM assignment
UNION ALL SELECT 44 AS fact_table, max(id) AS last_id FROM project_record
UNION ALL SELECT 45 AS fact_table, max(id) AS last_id FROM project_step
UNION ALL SELECT 46 AS fact_table, max(id) AS last_id FROM project_household
UNION ALL SELECT 51 AS fact_table, max(id) AS last_id FROM batch_issue
UNION ALL SELECT 52 AS fact_table, max(id) AS last_id FROM movement
UNION ALL SELECT 53 AS fact_table, max(id) AS last_id FROM pay_list_record
UNION ALL SELECT 54 AS fact_table, max(id) AS last_id FROM pay_list_row
UNION ALL SELECT 55 AS fact_table, max(id) AS last_id FROM bank_return
UNION ALL SELECT 61 AS fact_table, max(id) AS last_id FROM progress
UNION ALL SELECT 62 AS fact_table, max(id) AS last_id FROM income
UNION ALL SELECT 71 AS fact_table, max(id) AS last_id FROM indicator
UNION ALL SELECT 72 AS fact_table, max(id) AS last_id FROM disclosure
UNION ALL SELECT 73 AS fact_table, max(id) AS last_id FROM inspection_draw
UNION ALL SELECT 74 AS fact_table, max(id) AS last_id FROM inspection_household
UNION ALL SELECT 75 AS fact_table, max(id) AS last_id FROM finding
UNION ALL SELECT 81 AS fact_table, max(id) AS last_id FROM month_close
UNION ALL SELECT 82 AS fact_table, max(id) AS last_id FROM closed_figure
UNION ALL SELECT 83 AS fact_table, max(id) AS last_id FROM closed_place
UNION ALL SELECT 84 AS fact_table, max(id) AS last_id FROM closed_target
UNION ALL SELECT 85 AS fact_table, max(id) AS last_id FROM closed_rung
UNION ALL SELECT 86 AS fact_table, max(id) AS last_id FROM closed_exception
UNION ALL SELECT 87 AS fact_table, max(id) AS last_id FROM closed_submission
UNION ALL SELECT 91 AS fact_table, max(id) AS last_id FROM redaction
UNION ALL SELECT 92 AS fact_table, max(id) AS last_id FROM entry_county;
CREATE INDEX region_upper ON region (level) WHERE level <= 3;
CREATE INDEX region_elsewhere ON region (code, parent_code)
  WHERE NOT (level = 5 AND code > 999999999 AND parent_code = code / 1000)
    AND level > 1 AND (
      parent_code <> CASE level
        WHEN 2 THEN code / 10000 * 10000 WHEN 3 THEN code / 100 * 100 ELSE code / 1000 END
      OR level <> CASE WHEN code > 999999999 THEN 5 WHEN code > 999999 THEN 4
        WHEN code % 100 > 0 THEN 3 ELSE 2 END);
CREATE TRIGGER place_enters BEFORE INSERT ON place
WHEN NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
CREATE TRIGGER region_enters BEFORE INSERT ON region
WHEN NEW.withdrawn IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
BEGIN
  SELECT RAISE(ABORT, 'rule: entry_open');
END;
