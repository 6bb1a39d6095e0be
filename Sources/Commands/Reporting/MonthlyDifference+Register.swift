import Domain
import Register
import Reports

/// The rows of a month's report by their codes, so that a difference finds what stands behind it.
struct RowKeys {
  private var rows: [String: RowKey] = ["total": .total]

  init(_ answers: [MonthlyAnswer]) {
    for row in answers.flatMap(\.rows) {
      switch row.subject {
      case .place(let code, _): rows[code.description] = .place(code)
      case .householdClass(let value): rows[value?.name ?? "none"] = .householdClass(value)
      case .area(let value): rows[value?.name ?? "none"] = .area(value)
      }
    }
  }

  /// A difference with the households and entries behind it.
  func explained(_ difference: MonthlyDifference, by restatement: Restatement) -> MonthlyDifference
  {
    guard let row = rows[difference.code] else { return difference }
    var explained = difference
    let quota = (restatement.quotas[row] ?? []).map { EntryBehind($0) }
    switch difference.stem {
    case "target_persons": explained.entries = quota
    case "percent", "pace_gap_persons":
      let shares = shares(of: row, .personsSupported, restatement)
      let sum = shares.reduce(Int64(0)) { $0.addingClamped($1.share) }
      // A percentage is no sum of households. A gap is, with what the pace itself moved.
      if difference.stem == "pace_gap_persons", let change = difference.change {
        explained.households = shares
        let rest = change.subtractingClamped(sum)
        if rest != 0 { explained.quota = QuotaShare(share: rest, entries: quota) }
      }
      explained.entries = Self.together(shares.flatMap(\.entries) + quota)
    default:
      guard let figure = MonthlyColumn.figure(ofStem: difference.stem) else { break }
      explained.households = shares(of: row, figure, restatement)
      explained.entries = Self.together(explained.households.flatMap(\.entries))
    }
    return explained
  }

  private func shares(
    of row: RowKey, _ figure: Figure, _ restatement: Restatement
  ) -> [HouseholdShare] {
    let cell = Restatement.Cell(row: row, figure: figure)
    return (restatement.shares[cell] ?? []).map { share in
      HouseholdShare(
        householdNo: PersonalNumbers.masked(share.householdNo, in: .numbers), share: share.share,
        entries: share.entries.map { EntryBehind($0) })
    }
  }

  private static func together(_ entries: [EntryBehind]) -> [EntryBehind] {
    Set(entries).sorted { $0.entry < $1.entry }
  }
}

extension EntryBehind {
  fileprivate init(_ behind: Restatement.EntryBehind) {
    self.init(entry: behind.entry, officer: PersonalNumbers.masked(behind.officer))
  }
}
