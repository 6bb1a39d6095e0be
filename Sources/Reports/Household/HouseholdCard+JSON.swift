extension HouseholdCard {
  /// One line.
  package func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("report", "household")
      json.member("household_no", householdNo)
      json.member("as_of", asOf)
      known.write(into: &json)
      Self.write(village, named: "village", into: &json)
      Self.write(township, named: "township", into: &json)
      Self.write(county, named: "county", into: &json)
      json.member("ended_on", endedOn)
      json.member("ended_ground", endGround)
      writeStanding(into: &json)
      json.member("cause", cause)
      json.member("phone", phone)
      json.member("account_no", account)
      ReportColumn.writeArray(
        Self.enrolmentColumns, named: "enrolments", of: enrolments, into: &json)
      ReportColumn.writeArray(Self.memberColumns, named: "members", of: members, into: &json)
      writePoints(into: &json)
      ReportColumn.writeArray(Self.moneyColumns, named: "money", of: money, into: &json)
      ReportColumn.writeArray(Self.projectColumns, named: "projects", of: projects, into: &json)
      ReportColumn.writeArray(Self.incomeColumns, named: "income", of: incomes, into: &json)
      ReportColumn.writeArray(Self.progressColumns, named: "progress", of: progress, into: &json)
      writeGoals(into: &json)
    }
    json.line()
    return json.takeBytes()
  }

  private static func write(_ place: ReportedPlace?, named name: String, into json: inout JSONText)
  {
    json.key(name)
    guard let place else { return json.null() }
    json.object { json in
      json.member("code", place.code)
      json.member("name", place.name)
    }
  }

  private func writeStanding(into json: inout JSONText) {
    json.key("class")
    guard let standing else { return json.null() }
    json.object { json in
      json.member("code", standing.code.name)
      json.member("since", standing.since)
      json.member("ground", standing.ground)
    }
  }

  private func writePoints(into json: inout JSONText) {
    json.member("points_year", pointsYear)
    json.memberArray("points") { json in
      for state in points {
        json.object { json in
          json.member("point", state.point.name)
          json.member("in_force", state.gap == nil)
          json.member("since", state.since)
          json.member("by", state.by)
          json.key("missing")
          if let gap = state.gap { gap.write(into: &json) } else { json.null() }
        }
      }
    }
  }
}

extension PointGap {
  fileprivate func write(into json: inout JSONText) {
    json.object { json in
      json.member("rule", rule)
      json.member("what", what)
      json.member("on", day)
    }
  }
}
