-- The counting rule of the monthly report straight from the facts, as a third reading beside the program and
-- Tests/Reference: RegisterTests hold the program to it in random histories, and scripts/bench runs it in
-- the sqlite3 shell as the peer of a report as known at an old entry.
--
-- Asks :year, the months :first to :last, grouped :by 'county', 'township', 'village' or 'class', as known at
-- the entry :known. Gives month, code and the report's counted cells in its order, money in fen; a group of
-- which every cell is zero may be among them. Codes of classes, roles, steps and grades are those of code_label.
--
-- A household's year is one row for each day on which something changes (`state`): how many plans, approved
-- links and so on run from that day to the next change, how much money has come, and how many members there
-- are. So F is the first such row in which nothing is missing, and the state of a month's last day is the row
-- that covers it.
WITH RECURSIVE
asked (month) AS (VALUES (:first) UNION ALL SELECT month + 1 FROM asked WHERE month < :last),
month_day (month, first_day, last_day) AS MATERIALIZED (
  SELECT month,
    strftime('%s', printf('%04d-%02d-01', :year, month)) / 86400,
    strftime('%s', printf('%04d-%02d-01', :year, month), '+1 month') / 86400 - 1
  FROM asked
),
-- The days that matter: from the year's first to the last one asked about.
span (first_day, next_day) AS MATERIALIZED (
  SELECT strftime('%s', printf('%04d-01-01', :year)) / 86400, max(last_day) + 1 FROM month_day
),

enrolled (household_id, enrolled_on, ended_on) AS MATERIALIZED (
  SELECT enrolment.household_id, enrolled_on, ifnull(ended_on, 2932896)
  FROM enrolment LEFT JOIN (
    SELECT household_id, ended_on FROM household_end
    WHERE entered <= :known AND (withdrawn IS NULL OR withdrawn > :known)
  ) AS ended ON ended.household_id = enrolment.household_id
  WHERE year = :year AND entered <= :known AND (withdrawn IS NULL OR withdrawn > :known)
),
home (household_id, village_code, since, until) AS MATERIALIZED (
  SELECT household_id, village_code,
    iif(row_number() OVER life = 1, -719162, since), lead(since, 1, 2932896) OVER life
  FROM residence WHERE entered <= :known AND (withdrawn IS NULL OR withdrawn > :known)
  WINDOW life AS (PARTITION BY household_id ORDER BY since)
),
classed (household_id, class, since, until) AS MATERIALIZED (
  SELECT household_id, class, since, lead(since, 1, 2932896) OVER life
  FROM household_class WHERE entered <= :known AND (withdrawn IS NULL OR withdrawn > :known)
  WINDOW life AS (PARTITION BY household_id ORDER BY since)
),
-- Steps: 3 approved, 5 accepted, 8 cancelled. Grades: 1 qualified, 2 high quality.
project_day (project_id, approved_on, accepted_on, cancelled_on) AS MATERIALIZED (
  SELECT project_id, min(stepped_on) FILTER (WHERE step = 3),
    min(stepped_on) FILTER (WHERE step = 5 AND grade IN (1, 2)),
    ifnull(min(stepped_on) FILTER (WHERE step = 8), 2932896)
  FROM project_step WHERE entered <= :known AND (withdrawn IS NULL OR withdrawn > :known)
  GROUP BY project_id
),
link (household_id, project_id, since, until) AS (
  SELECT household_id, project_id, since, until FROM project_household
  WHERE entered <= :known AND (withdrawn IS NULL OR withdrawn > :known)
),

-- What runs over [since, until).
period (household_id, what, since, until) AS (
  SELECT household_id, 'plan', starts_on, ended_on FROM plan
  WHERE entered <= :known AND (withdrawn IS NULL OR withdrawn > :known)
  UNION ALL
  SELECT household_id, 'project', max(since, approved_on), min(until, cancelled_on)
  FROM link JOIN project_day USING (project_id)
  WHERE max(since, approved_on) < min(until, cancelled_on)
  UNION ALL
  SELECT household_id, 'accepted', max(since, accepted_on), until
  FROM link JOIN project_day USING (project_id) WHERE max(since, accepted_on) < until
  UNION ALL
  SELECT household_id, CASE role WHEN 1 THEN 'support' WHEN 2 THEN 'implementation' ELSE 'contact' END,
    since, until
  FROM assignment WHERE entered <= :known AND (withdrawn IS NULL OR withdrawn > :known)
  UNION ALL
  SELECT household_id, 'persons', joined_on, left_on
  FROM member WHERE entered <= :known AND (withdrawn IS NULL OR withdrawn > :known)
),
-- What changes on a day, and by how much: what begins, what ends, and fiscal money of the convergence fund
-- that came within the year. What began before the year begins with it, and every household has that row.
change (household_id, on_day, what, amount) AS (
  SELECT household_id, max(since, first_day), what, 1 FROM period CROSS JOIN span
  WHERE until > first_day AND since < next_day
  UNION ALL
  SELECT household_id, until, what, -1 FROM period CROSS JOIN span
  WHERE until > first_day AND until < next_day
  UNION ALL
  SELECT account.household_id, moved_on, iif(rung = 3, 'allocated', 'paid'), movement.amount_fen
  FROM movement CROSS JOIN span
  JOIN account ON account.id = lower_id
  JOIN batch ON batch.id = account.batch_id
  JOIN batch_issue AS issue ON issue.batch_id = batch.id
    AND issue.entered <= :known AND (issue.withdrawn IS NULL OR issue.withdrawn > :known)
  WHERE account.household_id IS NOT NULL AND source <= 5 AND fund = 'convergence'
    AND moved_on >= first_day AND moved_on < next_day
    AND movement.entered <= :known AND (movement.withdrawn IS NULL OR movement.withdrawn > :known)
  UNION ALL
  SELECT household_id, first_day, '', 0 FROM enrolled CROSS JOIN span
),
changed_day AS (
  SELECT household_id, on_day,
    sum(iif(what = 'plan', amount, 0)) AS plan, sum(iif(what = 'project', amount, 0)) AS project,
    sum(iif(what = 'allocated', amount, 0)) AS allocated,
    sum(iif(what = 'support', amount, 0)) AS support,
    sum(iif(what = 'implementation', amount, 0)) AS implementation,
    sum(iif(what = 'contact', amount, 0)) AS contact,
    sum(iif(what = 'accepted', amount, 0)) AS accepted, sum(iif(what = 'paid', amount, 0)) AS paid,
    sum(iif(what = 'persons', amount, 0)) AS persons
  FROM change JOIN enrolled USING (household_id) GROUP BY household_id, on_day
),
state AS MATERIALIZED (
  SELECT household_id, on_day, lead(on_day, 1, next_day) OVER life AS until,
    sum(plan) OVER life AS plan, sum(project) OVER life AS project,
    sum(allocated) OVER life AS allocated, sum(support) OVER life AS support,
    sum(implementation) OVER life AS implementation, sum(contact) OVER life AS contact,
    sum(accepted) OVER life AS accepted, sum(paid) OVER life AS paid, sum(persons) OVER life AS persons
  FROM changed_day CROSS JOIN span
  WINDOW life AS (PARTITION BY household_id ORDER BY on_day)
),

fulfilled (household_id, fulfilled_on) AS MATERIALIZED (
  SELECT household_id, min(max(on_day, enrolled_on)) FROM state JOIN enrolled USING (household_id)
  WHERE plan > 0 AND project > 0 AND allocated > 0 AND support > 0 AND implementation > 0 AND contact > 0
    AND max(on_day, enrolled_on) < min(until, ended_on)
  GROUP BY household_id
),
-- Its members on F; an ID counts under the earliest F, on one day in the household with the lower number.
claimed (household_id, is_counted) AS (
  SELECT household_id, resident_key IS NULL OR row_number() OVER (
    PARTITION BY resident_key ORDER BY fulfilled_on, household_no) = 1
  FROM fulfilled
  JOIN member USING (household_id)
  JOIN household ON household.id = household_id
  WHERE joined_on <= fulfilled_on AND fulfilled_on < left_on
    AND member.entered <= :known AND (withdrawn IS NULL OR withdrawn > :known)
),
counted (household_id, persons) AS MATERIALIZED (
  SELECT household_id, sum(is_counted) FROM claimed GROUP BY household_id
),
-- Growth of income over the year before, where both are known.
growth (household_id, fen) AS MATERIALIZED (
  SELECT household_id, sum(iif(year = :year, total_fen, -total_fen)) FROM income
  WHERE :last = 12 AND year IN (:year, :year - 1)
    AND entered <= :known AND (withdrawn IS NULL OR withdrawn > :known)
  GROUP BY household_id HAVING count(*) = 2
),
goal (fen) AS MATERIALIZED (
  SELECT ifnull((
    SELECT income_goal_fen FROM programme_year
    WHERE year = :year AND entered <= :known AND (withdrawn IS NULL OR withdrawn > :known)), 150000)
),

-- A household and month: its state on the last day, where it lives then or lived last; and its F, where it
-- lived on F.
part AS (
  SELECT month, household_id, min(last_day, ended_on - 1) AS placed_on,
    last_day < ended_on AS households_enrolled,
    iif(last_day < ended_on, persons, 0) AS persons_enrolled,
    last_day < ended_on AND plan > 0 AS plan, last_day < ended_on AND project > 0 AS project,
    last_day < ended_on AND allocated > 0 AS fund, last_day < ended_on AND support > 0 AS support,
    last_day < ended_on AND implementation > 0 AS implementation,
    last_day < ended_on AND contact > 0 AS contact,
    0 AS households_fulfilled, 0 AS persons_supported, 0 AS persons_supported_in_month,
    last_day < ended_on AND ifnull(fulfilled_on <= last_day, 0) AND NOT (
      plan > 0 AND project > 0 AND allocated > 0 AND support > 0 AND implementation > 0 AND contact > 0)
      AS households_lapsed,
    last_day < ended_on AND paid > 0 AS households_paid,
    last_day < ended_on AND accepted > 0 AS households_accepted,
    last_day < ended_on AND month = 12 AND ifnull(growth.fen >= goal.fen, 0) AS households_income_goal,
    allocated, paid
  FROM month_day CROSS JOIN goal CROSS JOIN state JOIN enrolled USING (household_id)
  LEFT JOIN fulfilled USING (household_id)
  LEFT JOIN growth USING (household_id)
  WHERE on_day <= last_day AND last_day < until AND enrolled_on <= last_day
  UNION ALL
  SELECT month, household_id, fulfilled_on, 0, 0, 0, 0, 0, 0, 0, 0, 1, ifnull(persons, 0),
    iif(fulfilled_on >= first_day, ifnull(persons, 0), 0), 0, 0, 0, 0, 0, 0
  FROM month_day CROSS JOIN fulfilled LEFT JOIN counted USING (household_id)
  WHERE fulfilled_on <= last_day
)
SELECT month,
  CASE :by
    WHEN 'county' THEN substr(village_code, 1, 6) WHEN 'township' THEN substr(village_code, 1, 9)
    WHEN 'village' THEN substr(village_code, 1, 12)
    ELSE CASE class
      WHEN 1 THEN 'poor' WHEN 2 THEN 'dibao' WHEN 3 THEN 'poor_dibao' WHEN 4 THEN 'wubao' ELSE 'none' END
  END AS code,
  sum(households_enrolled) AS households_enrolled, sum(persons_enrolled) AS persons_enrolled,
  sum(plan) AS plan, sum(project) AS project, sum(fund) AS fund, sum(support) AS support,
  sum(implementation) AS implementation, sum(contact) AS contact,
  sum(households_fulfilled) AS households_fulfilled, sum(persons_supported) AS persons_supported,
  sum(persons_supported_in_month) AS persons_supported_in_month,
  sum(households_lapsed) AS households_lapsed, sum(households_paid) AS households_paid,
  sum(households_accepted) AS households_accepted,
  sum(households_income_goal) AS households_income_goal,
  sum(allocated) AS allocated_fen, sum(paid) AS paid_fen
FROM part
JOIN home ON home.household_id = part.household_id AND home.since <= placed_on AND placed_on < home.until
LEFT JOIN classed ON classed.household_id = part.household_id
  AND classed.since <= placed_on AND placed_on < classed.until
GROUP BY month, code ORDER BY month, code;
