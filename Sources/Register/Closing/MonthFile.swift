import Domain

/// All that the pages of a month print, as known now, at an entry, or as the month was closed.
///
/// Of a closed month everything comes from what was stored, so that it is the same for ever.
package struct MonthFile: Sendable {
  /// A county with anything to show, a quota, or a place among the supported ones.
  package struct County: Sendable {
    package let code: RegionCode
    /// Nil where nothing is known of the code.
    package let region: Region?
    /// January first, as many as the month's number.
    package let months: [MonthlyFigures]
    /// By the end of the month.
    package let quota: Quota?
    /// Whether sheets are awaited from it: it is supported, has a quota, or has households enrolled.
    package let isAwaited: Bool
  }

  package let month: YearMonth
  /// What the figures know.
  package let known: Known
  package let hash: SHA256Digest
  /// The month's close, where the figures are those that were closed.
  package let close: MonthClose?
  /// In code order.
  package let counties: [County]
  /// The total: January first, as many as the month's number.
  package let months: [MonthlyFigures]
  /// The total's quota by the end of each of the twelve months; nil where there is none.
  package let quotas: [Quota?]
  /// In the order poor, poor_dibao, dibao, wubao, none; those that count nothing left out.
  package let classes: [(class: HouseholdClass?, figures: MonthlyFigures)]
  /// In the order of rung, fund, source and county; none where not all was asked for.
  package let rungs: [MonthRung]
  /// By kind and county; nil as known at an earlier entry, at which they cannot be asked for, and where not
  /// all was asked for.
  package let exceptions: [MonthException]?
  /// By county and sheet.
  package let submissions: [MonthSubmission]
  /// The day by which sheets were due; nil where none is set, and of a closed month, which keeps only who was
  /// late.
  package let reportDueOn: CalendarDate?

  /// Sheets that the province issues: rows of a county in them are no report of the county's.
  private static let issued: Set = [
    "regions", "poverty_lines", "years", "targets", "indicators", "batches", "allocations",
  ]

  /// Whether the province issues a sheet; a county may have one of its own too, such as allocations.
  package static func isIssued(_ sheet: String) -> Bool { issued.contains(sheet) }

  /// Counties from which sheets are awaited and that had sent none of their own for the month, in code order.
  package var silent: [County] {
    let sent = Set(submissions.lazy.filter { !Self.isIssued($0.sheet) }.map(\.county))
    return counties.filter { $0.isAwaited && !sent.contains($0.code) }
  }

  /// The total of the month itself.
  package var total: MonthlyFigures { months.last ?? MonthlyFigures() }
  /// The total's quota by the end of the month.
  package var quota: Quota? { quotas[month.month - 1] }
}

/// Money on a rung of a fund, source and county by a month's last day, in fen.
package struct MonthRung: Sendable, Equatable {
  package let rung: Rung
  /// Empty where the batch is not issued any more.
  package let fund: String
  package let source: FundSource
  /// Nil on the rung of the batch.
  package let county: RegionCode?
  /// What came in and went out within the year, net of what came back.
  package let inFen: Int64
  package let outFen: Int64
  /// What stood there, whatever year it came in.
  package let heldFen: Int64
  /// Of it, what had stood there for over 90 and over 365 days, first in, first out.
  package let heldOver90Fen: Int64
  package let heldOver365Fen: Int64
}

/// How many exceptions of a kind a county has on a month's last day.
package struct MonthException: Sendable, Equatable {
  /// As `report exceptions` names it (`RegisterException.Kind`), or `overdue_finding`.
  package let kind: String
  /// Nil where it is no county's.
  package let county: RegionCode?
  package let cases: Int64

  /// Findings of inspections past their day and not settled.
  package static let overdueFinding = "overdue_finding"
}

/// A sheet that a county had sent for a month.
package struct MonthSubmission: Sendable, Equatable {
  package let county: RegionCode
  /// As its header names it: roster, payments.
  package let sheet: String
  package let entries: Int64
  /// Whether the first of them came after the day reports were due.
  package let isLate: Bool
  package let rejectedRows: Int64

  /// The entries of each county and sheet together, in that order.
  ///
  /// - Parameter dueOn: nil where nothing is late.
  static func byCounty(_ sheets: [SubmittedSheet], dueOn: CalendarDate?) -> [MonthSubmission] {
    let groups = Dictionary(grouping: sheets) { Key(county: $0.county, sheet: $0.sheet) }
    return groups.map { key, entries in
      let first = entries.map(\.sentOn).min()
      let isLate = if let dueOn, let first { first > dueOn.dayNumber } else { false }
      return MonthSubmission(
        county: key.county, sheet: key.sheet, entries: Int64(entries.count), isLate: isLate,
        rejectedRows: entries.reduce(0) { $0.addingClamped($1.rejectedRows) })
    }.sorted { ($0.county, $0.sheet) < ($1.county, $1.sheet) }
  }

  private struct Key: Hashable {
    let county: RegionCode
    let sheet: String
  }
}
