import Domain

/// An official on a day: whom he answers for, whom he visited this month, and whom not yet. Names, phones and
/// numbers come as they may be seen.
package struct StaffCard: Sendable {
  package struct Held: Sendable {
    package let household: GapRow
    package let roles: [Role]
    package let isVisited: Bool
    package let lastVisitOn: String?

    package init(household: GapRow, roles: [Role], isVisited: Bool, lastVisitOn: String?) {
      self.household = household
      self.roles = roles
      self.isVisited = isVisited
      self.lastVisitOn = lastVisitOn
    }
  }

  package var staffNo: String
  package var asOf: String
  /// Of the visits: `2011-06`.
  package var month: String
  package var known: KnownEntry
  package var name: String?
  package var employer: String?
  package var position: String?
  package var phone: String?
  package var county: ReportedPlace?
  package var leftOn: String?
  package var households: [Held] = []
  package var visits: [VisitRow] = []

  package init(staffNo: String, asOf: String, month: String, known: KnownEntry) {
    self.staffNo = staffNo
    self.asOf = asOf
    self.month = month
    self.known = known
  }

  private func count(of role: Role) -> Int { households.count { $0.roles.contains(role) } }
  private var unvisited: [Held] { households.filter { !$0.isVisited } }

  private static let shown: Set<String> = ["household_no", "head", "village", "missing"]

  private static let columns: [ReportColumn<Held>] =
    GapRow.columns.map { column in
      column.lifted(onTerminal: shown.contains(column.stem)) { $0.household }
    } + [
      ReportColumn(
        "roles", Phrase("answers for", "责任"), narrowest: 10,
        .words(.roles) { $0.roles.map(\.name) }),
      ReportColumn("last_visit_on", Phrase("last visit", "上次走访"), .text { $0.lastVisitOn }),
      ReportColumn(
        "visited", Phrase("visited", "本月已走访"), onTerminal: false, .flag { $0.isVisited }),
    ]

  private static let visitColumns = VisitRow.columns.filter {
    !["staff", "staff_no"].contains($0.stem)
  }

  package func text(in language: ReportLanguage, within columns: Int? = nil) -> [UInt8] {
    var card = CardText(
      Phrase("Official ", "责任人 ")[language] + staffNo + (name.map { "  " + $0 } ?? ""),
      in: language, within: columns)
    card.facts(
      (Phrase("Employer", "单位"), employer), (Phrase("Position", "职务"), position))
    card.facts((Phrase("County", "县"), county?.name), (Phrase("Phone", "电话"), phone))
    if let leftOn { card.line(Phrase("Left office on \(leftOn)", "\(leftOn)起离任")[language]) }
    let roles = Role.allCases.map { role in
      "\(Vocabulary.roles.word(for: role.name, in: language)) \(count(of: role))"
    }.joined(separator: Phrase(", ", "、")[language])
    card.facts((Phrase("Households \(households.count)", "负责\(households.count)户"), roles))
    card.table(
      Phrase(
        "Not yet visited in \(month): \(unvisited.count)", "\(month) 尚未走访：\(unvisited.count)户"),
      Self.columns, unvisited)
    card.table(
      Phrase(
        "Visited in \(month): \(households.count - unvisited.count)",
        "\(month) 已走访：\(households.count - unvisited.count)户"),
      Self.columns, households.filter(\.isVisited))
    card.table(
      Phrase("Visits in \(month): \(visits.count)", "\(month) 走访记录：\(visits.count)次"),
      Self.visitColumns, visits)
    return card.bytes(known, asOf: asOf)
  }

  /// One line.
  package func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("report", "staff")
      json.member("staff_no", staffNo)
      json.member("as_of", asOf)
      known.write(into: &json)
      json.member("name", name)
      json.member("employer", employer)
      json.member("position", position)
      json.member("phone", phone)
      json.member("county", place: county)
      json.member("left_on", leftOn)
      json.member("month", month)
      json.memberObject("load") { json in
        json.member("households", households.count)
        for role in Role.allCases { json.member(role.name, count(of: role)) }
      }
      ReportColumn.writeArray(Self.columns, named: "households", of: households, into: &json)
      ReportColumn.writeArray(Self.visitColumns, named: "visits", of: visits, into: &json)
      json.memberArray("unvisited") { json in
        for held in unvisited { json.string(held.household.householdNo) }
      }
    }
    json.line()
    return json.takeBytes()
  }
}
