import SQLite
import Testing

/// Many rows in one entry are judged by questions to whole tables; these must find what single ones do.
@Suite("Rules at the seal of many rows")
struct BulkRuleTests {
  /// 1,200 households, from number 10 on, of a head and a child.
  private static let households = """
    WITH RECURSIVE number (n) AS (SELECT 10 UNION ALL SELECT n + 1 FROM number WHERE n < 1209)
    INSERT INTO household (household_no, entered) SELECT 'B' || n, :e FROM number;
    """

  private static func facts(except breach: String = "") -> String {
    """
    INSERT INTO residence (household_id, village_code, since, entered)
      SELECT id, 433123101201, -719162, :e FROM household
      WHERE household_no LIKE 'B%' \(breach == "residence" ? "AND household_no <> 'B700'" : "");
    INSERT INTO member (household_id, member_no, joined_on, left_on, resident_key, name, entered)
      SELECT id, 1, -719162, 2932896, 100000 + id, '某', :e FROM household WHERE household_no LIKE 'B%'
      UNION ALL
      SELECT id, 2, -719162, 2932896, 200000 + id, '某', :e FROM household WHERE household_no LIKE 'B%';
    INSERT INTO headship (household_id, member_no, since, entered)
      SELECT id, 1, -719162, :e FROM household
      WHERE household_no LIKE 'B%' \(breach == "head" ? "AND household_no <> 'B700'" : "");
    """
  }

  private static func member(
    _ number: Int, _ joined: Int, _ left: Int, key: String
  ) -> String {
    """
    INSERT INTO member (household_id, member_no, joined_on, left_on, resident_key, name, entered)
    SELECT id, \(number), \(joined), \(left), \(key), '某', :e FROM household
    WHERE household_no = 'B700';
    """
  }

  @Test("lawful ones pass")
  func lawful() throws {
    let register = try RawRegister()
    // One who left and came back, and a head who followed another, are lawful too.
    let more =
      Self.member(3, 15000, 15100, key: "7") + Self.member(3, 15100, 2_932_896, key: "7")
        + """
        INSERT INTO headship (household_id, member_no, since, entered)
        SELECT id, 2, 15000, :e FROM household WHERE household_no = 'B701';
        """
    #expect(register.refusal(of: Self.households + Self.facts() + more) == nil)
    let bulk = try register.texts(
      "SELECT table_name FROM bulk_part WHERE entry = 2")
    #expect(bulk.contains("member"), "the rows are many enough")
  }

  @Test(
    "one breach among them is found",
    arguments: [
      (rule: "member_overlap", breach: "", more: member(3, 15000, 2_932_896, key: "1001")),
      (rule: "member_overlap", breach: "", more: member(3, 15000, 2_932_896, key: "100000 + id")),
      (rule: "member_period", breach: "", more: member(2, 15000, 2_932_896, key: "NULL")),
      (rule: "head", breach: "head", more: ""),
      (
        rule: "head", breach: "",
        more: """
        UPDATE headship SET withdrawn = :e WHERE household_id IN (
          SELECT id FROM household WHERE household_no = 'B700');
        INSERT INTO headship (household_id, member_no, since, entered)
        SELECT id, 9, -719162, :e FROM household WHERE household_no = 'B700';
        """
      ),
      (
        rule: "head", breach: "head",
        more: """
        INSERT INTO headship (household_id, member_no, since, entered)
        SELECT id, 1, 15000, :e FROM household WHERE household_no = 'B700';
        """
      ),
      (rule: "household_registered", breach: "residence", more: ""),
      (
        rule: "residence_region", breach: "",
        more: """
        INSERT INTO residence (household_id, village_code, since, entered)
        SELECT id, 433123101202, 15000, :e FROM household WHERE household_no = 'B700';
        """
      ),
    ])
  func breach(_ rule: String, _ breach: String, _ more: String) throws {
    let register = try RawRegister()
    #expect(
      register.refusal(of: Self.households + Self.facts(except: breach) + more)
        == "rule: \(rule)")
  }
}
