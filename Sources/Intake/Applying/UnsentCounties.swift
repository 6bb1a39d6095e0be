import Domain
import Register
import SQLite

/// The counties of which the register has nothing of a kind, though a file asks for several of it.
///
/// One number that is not there may be mistyped, and is answered with those like it. Several of a county that
/// has sent nothing of the kind are unknown for one cause, and one file mends them all.
struct UnsentCounties {
  private let kind: FaultKind.Reference
  private var origins: [Origin: Count] = [:]
  private var unsent: Set<Int64> = []

  /// A county, and whether the numbers say it themselves or the rows they stand in do.
  private struct Origin: Hashable {
    let county: Int64
    let isNamed: Bool
  }

  /// The numbers of a county that are unknown: the first, and whether there is another.
  private struct Count {
    let first: String
    var isSeveral = false
  }

  init(of kind: FaultKind.Reference) { self.kind = kind }

  /// Notes a number that is unknown.
  ///
  /// - Parameter place: what the row says of its county: a code of a place, or a household's number.
  mutating func note(_ key: String, in place: String?) {
    guard let origin = origin(of: key, in: place) else { return }
    guard let count = origins[origin] else {
      origins[origin] = Count(first: key)
      return
    }
    if count.first != key { origins[origin]?.isSeveral = true }
  }

  /// Asks the register about the counties noted.
  mutating func settle(_ register: Register) throws(SQLiteFailure) {
    for (origin, count) in origins where count.isSeveral || kind == .household {
      if try isUnsent(origin, register) { unsent.insert(origin.county) }
    }
  }

  /// The county that is to send the number's sheet first; nil where the number alone is unknown.
  func county(of key: String, in place: String?) -> Int64? {
    guard !unsent.isEmpty, let origin = origin(of: key, in: place), unsent.contains(origin.county),
      let count = origins[origin], count.isSeveral || kind == .household
    else { return nil }
    return origin.county
  }

  // MARK: Whose a number is

  private func origin(of key: String, in place: String?) -> Origin? {
    switch kind {
    case .household:
      return UnsentCounties.county(ofHousehold: key).map { Origin(county: $0, isNamed: true) }
    case .region:
      guard let code = Int64(key).flatMap(RegionCode.init), code.level == .village else {
        return nil
      }
      return code.county.map { Origin(county: $0.value, isNamed: true) }
    case .staff, .project, .batch, .paylist, .inspection:
      if let county = UnsentCounties.county(within: key) {
        return Origin(county: county, isNamed: true)
      }
      guard let place, let county = UnsentCounties.county(ofPlace: place) else { return nil }
      return Origin(county: county, isNamed: false)
    case .movement, .voucher, .member: return nil
    }
  }

  /// The county whose code a household's number begins with, as counties number them: code of the village or
  /// township, and more digits. Nil for a number of another form.
  private static func county(ofHousehold key: String) -> Int64? {
    guard key.utf8.count > 12, key.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      let code = Int64(key.prefix(6)).flatMap(RegionCode.init), code.level == .county
    else { return nil }
    return code.value
  }

  /// The county whose code the first long run of digits begins with, as in `S430524-0001`; nil where these
  /// digits are no county's, such as a year and a month.
  private static func county(within key: String) -> Int64? {
    let runs = key.utf8.split { !(0x30...0x39 ~= $0) }
    guard let digits = runs.first(where: { $0.count >= 6 })?.prefix(6) else { return nil }
    let code = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
    return counties.contains(code) ? code : nil
  }

  /// The county of a place's code, or of a household's number.
  private static func county(ofPlace place: String) -> Int64? {
    if let county = county(ofHousehold: place) { return county }
    return Int64(place).flatMap(RegionCode.init)?.county?.value
  }

  /// All counties of the region table.
  private static let counties = Set(
    FoundingRegion.offices.filter { $0.level == .county }.map(\.code))

  // MARK: What the register has

  private func isUnsent(_ origin: Origin, _ register: Register) throws(SQLiteFailure) -> Bool {
    guard let (sql, bindings) = holding(origin) else { return false }
    let holds = try register.connection.first("SELECT EXISTS (\(sql))", bindings) {
      $0.int(0) == 1
    }
    return holds == false
  }

  /// Gives what the register has of the kind and county; nil where nothing of the kind says its county.
  private func holding(_ origin: Origin) -> (sql: String, bindings: Bindings)? {
    let digits = String(origin.county)
    let numbered: Bindings = ["digits": .text(digits)]
    let counted: Bindings = ["digits": .text(digits), "county": .integer(origin.county)]
    switch kind {
    case .household:
      return (
        "SELECT 1 FROM household WHERE household_no BETWEEN :low AND :high",
        ["low": .text(digits), "high": .text(digits + "\u{10FFFF}")]
      )
    case .region:
      return (
        "SELECT 1 FROM region WHERE withdrawn IS NULL AND code BETWEEN :low AND :high",
        [
          "low": .integer(origin.county * 1_000_000),
          "high": .integer(origin.county * 1_000_000 + 999_999),
        ]
      )
    case .staff:
      // Whoever is of no county may be of this one, unless his number says otherwise.
      let anyone = origin.isNamed ? "" : " OR staff_record.county_code IS NULL"
      return (
        """
        SELECT 1 FROM staff_record JOIN staff ON staff.id = staff_record.staff_id
        WHERE staff_record.withdrawn IS NULL AND (
          staff_record.county_code = :county OR instr(staff.staff_no, :digits) > 0\(anyone))
        """, counted
      )
    case .project:
      return (
        """
        SELECT 1 FROM project_record JOIN project ON project.id = project_record.project_id
        WHERE project_record.withdrawn IS NULL AND (
          project_record.county_code = :county OR instr(project.project_no, :digits) > 0)
        """, counted
      )
    case .batch where origin.isNamed:
      return (
        """
        SELECT 1 FROM batch_issue JOIN batch ON batch.id = batch_issue.batch_id
        WHERE batch_issue.withdrawn IS NULL AND instr(batch.batch_no, :digits) > 0
        """, numbered
      )
    case .paylist where origin.isNamed:
      return (
        """
        SELECT 1 FROM pay_list_record JOIN pay_list ON pay_list.id = pay_list_record.pay_list_id
        WHERE pay_list_record.withdrawn IS NULL AND instr(pay_list.paylist_no, :digits) > 0
        """, numbered
      )
    case .batch, .paylist, .inspection, .movement, .voucher, .member: return nil
    }
  }
}
