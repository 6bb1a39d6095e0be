import Domain

/// One of the six points of a household on a day.
package struct PointState: Sendable, Equatable {
  package let point: Point
  /// The day from which it is in force without a break; nil where it is missing.
  package let since: String?
  /// What puts it in force: an official, a project, a fund; nil where there is nothing to name.
  package let by: String?
  /// Of the official who puts it in force, as it may be seen; nil where there is none.
  package let phone: String?
  /// Why it is missing; nil where it is in force.
  package let gap: PointGap?

  package init(_ point: Point, since: String, by: String? = nil, phone: String? = nil) {
    self.point = point
    self.since = since
    self.by = by
    self.phone = phone
    gap = nil
  }

  package init(_ point: Point, missing gap: PointGap) {
    self.point = point
    since = nil
    by = nil
    phone = nil
    self.gap = gap
  }
}

/// Why a point is not in force.
package enum PointGap: Sendable, Equatable {
  /// Nothing of the kind was ever recorded.
  case absent
  case beginsLater(on: String, what: String?)
  case ended(on: String, what: String?)
  case notApproved(project: String)
  case cancelled(project: String, on: String)
  /// Money was allocated, and returned or reversed.
  case returned
}

extension PointGap {
  /// Stable, for JSON.
  package var rule: String {
    switch self {
    case .absent: "absent"
    case .beginsLater: "begins_later"
    case .ended: "ended"
    case .notApproved: "not_approved"
    case .cancelled: "cancelled"
    case .returned: "returned"
    }
  }

  var day: String? {
    switch self {
    case .beginsLater(let on, _), .ended(let on, _), .cancelled(_, let on): on
    case .absent, .notApproved, .returned: nil
    }
  }

  var what: String? {
    switch self {
    case .beginsLater(_, let what), .ended(_, let what): what
    case .notApproved(let project), .cancelled(let project, _): project
    case .absent, .returned: nil
    }
  }

  /// What is missing, in words.
  func words(for point: Point) -> Phrase {
    let named = what.map { Phrase("\($0) ", "\($0) ") } ?? Phrase("", "")
    switch self {
    case .absent: return Self.absence(of: point)
    case .beginsLater(let on, _):
      return Phrase("\(named.en)begins on \(on)", "\(named.zh)自\(on)起才生效")
    case .ended(let on, _): return Phrase("\(named.en)ended on \(on)", "\(named.zh)已于\(on)止")
    case .notApproved: return Phrase("\(named.en)is not approved", "\(named.zh)未批复")
    case .cancelled(_, let on):
      return Phrase("\(named.en)was cancelled on \(on)", "\(named.zh)已于\(on)取消")
    case .returned:
      return Phrase("what was allocated has gone back", "安排的资金已退回")
    }
  }

  private static func absence(of point: Point) -> Phrase {
    switch point {
    case .plan: Phrase("no reduction plan", "无减贫规划")
    case .project: Phrase("no project", "无项目")
    case .fund: Phrase("no money of the programme", "未安排专项资金")
    case .support, .implementation, .contact: Phrase("nobody assigned", "未落实责任人")
    }
  }
}
